import type { Json } from "@/lib/domain/json"

/** Whether an address among the settings, however deep it stands, is another one, or only now stands there. */
export function addressChanges({
  before,
  after,
}: {
  before: Record<string, Json>
  after: Record<string, Json>
}): boolean {
  return JSON.stringify(addressesIn(before, "")) !== JSON.stringify(addressesIn(after, ""))
}

/** Every address with its place, in the order of the places. */
function addressesIn(value: Json, place: string): string[] {
  if (typeof value === "string") {
    const address = value.trim()
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? [`${place} ${address.replace(/\/+$/, "")}`] : []
  }
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, entry]) => addressesIn(entry, `${place}.${key}`))
}
