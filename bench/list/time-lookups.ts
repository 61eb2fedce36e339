import type { LoadedList } from "@/lib/master-data/cache/load-list"
import { lookUp } from "@/lib/master-data/look-up"

export type Lookups = { count: number; meanUs: number; slowestOf100Us: number }

/** So many lookups in a list in memory, each for a longer code than a rule's own; a part of them finds nothing. */
export function timeLookups({ items, rules }: LoadedList, count: number): Lookups {
  if (rules === null) throw new Error("This list has no rules.")
  const questions = Array.from({ length: 10_000 }, (_, at) => {
    const { country_of_origin, commodity_code } = items[(at * 7919) % items.length] ?? {}
    const country = at % 10 === 0 ? "XX" : (country_of_origin ?? "")
    return { country, commodityCode: `${commodity_code ?? ""}99`, treatment: at % 2 === 0 ? "dried" : null }
  })
  const took = new Float64Array(count)
  let found = 0
  for (let at = 0; at < count; at++) {
    const question = questions[at % questions.length]
    if (question === undefined) continue
    const began = performance.now()
    if (lookUp(rules, question).matched.length > 0) found += 1
    took[at] = (performance.now() - began) * 1000
  }
  if (found < count / 2) throw new Error(`Only ${found} of ${count} lookups found a rule.`)
  const sum = took.reduce((total, us) => total + us, 0)
  took.sort()
  return { count, meanUs: sum / count, slowestOf100Us: took[Math.floor(count * 0.99)] ?? Number.NaN }
}
