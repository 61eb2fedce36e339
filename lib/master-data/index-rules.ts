import type { ListItem } from "@/lib/domain/list-definition"

/** Rules of one country by commodity code, and how long these codes are, the longest first. */
export type CountryRules = { byCode: Map<string, ListItem[]>; lengths: number[] }

/** Rules by country (lower case), so that a lookup touches only those prefixes of a code that a rule can have. */
export type RuleIndex = Map<string, CountryRules>

export function indexRules(items: ListItem[]): RuleIndex {
  const index: RuleIndex = new Map()
  for (const item of items) {
    const country = item.country_of_origin?.trim().toLowerCase() ?? ""
    const code = item.commodity_code?.trim() ?? ""
    const known = index.get(country) ?? { byCode: new Map<string, ListItem[]>(), lengths: [] }
    index.set(country, known)
    const rules = known.byCode.get(code)
    if (rules === undefined) known.byCode.set(code, [item])
    else rules.push(item)
    if (!known.lengths.includes(code.length)) known.lengths.push(code.length)
  }
  for (const { lengths } of index.values()) lengths.sort((one, other) => other - one)
  return index
}
