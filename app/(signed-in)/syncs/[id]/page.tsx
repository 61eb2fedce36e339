import { HydrationBoundary } from "@tanstack/react-query"
import type { Metadata } from "next"
import { orNotFound } from "@/app/(signed-in)/or-not-found"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { readRunAddress } from "@/components/syncs/run-address"
import { RunView } from "@/components/syncs/run-view"
import { getSyncLog } from "@/lib/sync-logs/get-sync-log"
import { applyAction, cancelAction, previewAction, replayAction, revertAction } from "./actions"
import { readRunLists } from "./read-run-lists"

export const metadata: Metadata = { title: "Sync" }

const actions = {
  cancel: cancelAction,
  preview: previewAction,
  apply: applyAction,
  replay: replayAction,
  revert: revertAction,
}

export default async function SyncPage({ params, searchParams }: PageProps<"/syncs/[id]">) {
  const { id } = await params
  const actor = await signedInActor()
  const run = await orNotFound(id, () => getSyncLog(actor, id))
  const address = readRunAddress(new URLSearchParams(textsOf(await searchParams)))
  return (
    <HydrationBoundary state={await readRunLists(actor, run, address)}>
      <RunView initial={run} role={actor.role} actions={actions} />
    </HydrationBoundary>
  )
}

const textsOf = (query: Record<string, string | string[] | undefined>): [string, string][] =>
  Object.entries(query).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : []))
