import type { Metadata } from "next"
import { cache } from "react"
import {
  changePlannersAction,
  requestUnitsAction,
  updateCircuitAction,
} from "@/app/(signed-in)/circuits/actions"
import { orNotFound } from "@/app/(signed-in)/or-not-found"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { CircuitPage } from "@/components/circuits/circuit-page"
import { titleOf } from "@/components/circuits/circuit-wording"
import { listAggregates, listCircuitChanges, listSnapshots } from "@/lib/inventory/circuits/circuit-history"
import { getCircuit } from "@/lib/inventory/circuits/get-circuit"
import { listPlanners } from "@/lib/inventory/circuits/list-planners"

/** Once a request, for the page and for its title. */
const read = cache(async (id: string) => {
  const actor = await signedInActor()
  return orNotFound(id, () => getCircuit(actor, id))
})

export async function generateMetadata({ params }: PageProps<"/circuits/[id]">): Promise<Metadata> {
  return { title: titleOf(await read((await params).id)) }
}

export default async function OneCircuitPage({ params }: PageProps<"/circuits/[id]">) {
  const { id } = await params
  const circuit = await read(id)
  const actor = await signedInActor()
  const [history, snapshots, aggregates] = await Promise.all([
    listCircuitChanges(actor, id, { limit: 20 }),
    listSnapshots(actor, id),
    listAggregates(actor, id),
  ])
  const mayEdit = actor.role !== "VIEWER"
  const planners = mayEdit ? await listPlanners(actor) : []
  return (
    <CircuitPage
      initial={circuit}
      history={history}
      snapshots={snapshots}
      aggregates={aggregates}
      update={updateCircuitAction}
      request={requestUnitsAction}
      members={planners.map(({ userId, name }) => ({ userId, name }))}
      changePlanners={changePlannersAction}
      mayEdit={mayEdit}
    />
  )
}
