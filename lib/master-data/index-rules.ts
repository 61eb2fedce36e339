import type { ListItem } from "@/lib/domain/list-definition"

/** Rules by country (lower case), then by commodity code, so that a lookup touches only the prefixes of one code. */
export type RuleIndex = Map<string, Map<string, ListItem[]>>

export function indexRules(items: ListItem[]): RuleIndex {
  const index: RuleIndex = new Map()
  for (const item of items) {
    const country = item.country_of_origin?.trim().toLowerCase() ?? ""
    const code = item.commodity_code?.trim() ?? ""
    const byCode = index.get(country) ?? new Map<string, ListItem[]>()
    index.set(country, byCode)
    const rules = byCode.get(code)
    if (rules === undefined) byCode.set(code, [item])
    else rules.push(item)
  }
  return index
}
