import type { Actor } from "@/lib/domain/account"
import { circuitQuery } from "@/lib/domain/circuit-query"
import { listCircuits } from "@/lib/inventory/circuits/list-circuits"

/** What people ask of the list. */
const questions: [what: string, query: object][] = [
  ["the first page", {}],
  ["sorted by title", { sort: "title" }],
  ["one status and region", { status: "ACTIV", region: "North" }],
  ["a search", { search: "harbor" }],
]

export type PageTime = { what: string; ms: number; total: number }

/** Milliseconds that first pages of the list take, with their total; medians of eleven. */
export async function timePages(actor: Actor): Promise<PageTime[]> {
  const times: PageTime[] = []
  for (const [what, given] of questions) {
    const query = circuitQuery.parse(given)
    const taken: number[] = []
    let total = 0
    for (let round = 0; round < 11; round++) {
      const began = performance.now()
      total = (await listCircuits(actor, query)).total ?? 0
      taken.push(performance.now() - began)
    }
    times.push({ what, ms: taken.toSorted((a, b) => a - b)[5] ?? Number.NaN, total })
  }
  return times
}
