import type { Metadata } from "next"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { filterOf, readAddress } from "@/components/circuits/circuit-address"
import { CircuitsView } from "@/components/circuits/circuits-view"
import { LinkButton } from "@/components/ui/link-button"
import { PageHeading } from "@/components/ui/page-heading"
import type { Actor } from "@/lib/domain/account"
import { circuitQuery } from "@/lib/domain/circuit-query"
import { RequestError } from "@/lib/domain/problem"
import { listCircuitFilters, listCircuits } from "@/lib/inventory/circuits/list-circuits"
import type { CircuitFilter } from "@/lib/queries/circuits"
import { updateCircuitAction } from "./actions"

export const metadata: Metadata = { title: "Circuits" }

export default async function CircuitsPage({ searchParams }: PageProps<"/circuits">) {
  const actor = await signedInActor()
  const filter = filterOf(readAddress(asQuery(await searchParams)))
  const [initial, choices] = await Promise.all([readPage(actor, filter), listCircuitFilters(actor)])
  return (
    <>
      <PageHeading
        title="Circuits"
        lead="What WorkStudio has under way, and how far your team is with it."
        actions={<LinkButton href="/circuits/planners">Planners</LinkButton>}
      />
      <CircuitsView
        initial={initial}
        choices={choices}
        update={updateCircuitAction}
        mayEdit={actor.role !== "VIEWER"}
      />
    </>
  )
}

/** An address with a cursor that is not ours starts at the first page instead. */
async function readPage(actor: Actor, filter: CircuitFilter) {
  try {
    return { filter, page: await listCircuits(actor, circuitQuery.parse(filter)) }
  } catch (error) {
    const { cursor, ...fromStart } = filter
    if (!(error instanceof RequestError) || cursor === undefined) throw error
    return { filter: fromStart, page: await listCircuits(actor, circuitQuery.parse(fromStart)) }
  }
}

function asQuery(params: Record<string, string | string[] | undefined>): URLSearchParams {
  const pairs = Object.entries(params).flatMap(([key, value]) =>
    [value ?? []].flat().map((text) => [key, text]),
  )
  return new URLSearchParams(pairs)
}
