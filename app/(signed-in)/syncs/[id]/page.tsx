import type { Metadata } from "next"
import { orNotFound } from "@/app/(signed-in)/or-not-found"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { RunView } from "@/components/syncs/run-view"
import { getSyncLog } from "@/lib/sync-logs/get-sync-log"
import { applyAction, cancelAction, previewAction, replayAction, revertAction } from "./actions"

export const metadata: Metadata = { title: "Sync" }

const actions = {
  cancel: cancelAction,
  preview: previewAction,
  apply: applyAction,
  replay: replayAction,
  revert: revertAction,
}

export default async function SyncPage({ params }: PageProps<"/syncs/[id]">) {
  const { id } = await params
  const actor = await signedInActor()
  const run = await orNotFound(id, () => getSyncLog(actor, id))
  return <RunView initial={run} role={actor.role} actions={actions} />
}
