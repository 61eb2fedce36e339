import type { Metadata } from "next"
import { approveAction, dismissAction } from "@/app/(signed-in)/holds/actions"
import { orNotFound } from "@/app/(signed-in)/or-not-found"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { HoldView } from "@/components/holds/hold-view"
import { getHold } from "@/lib/inventory/holds/get-hold"

export const metadata: Metadata = { title: "Hold" }

const actions = { approve: approveAction, dismiss: dismissAction }

export default async function HoldPage({ params }: PageProps<"/holds/[id]">) {
  const { id } = await params
  const actor = await signedInActor()
  const hold = await orNotFound(id, () => getHold(actor, id))
  return <HoldView initial={hold} role={actor.role} actions={actions} />
}
