import type { Json } from "@/lib/domain/json"
import type { Provider } from "@/lib/domain/provider"

type Settings = Record<string, Json>

/** `origins`: the provider's, where it makes addresses of several settings. */
export type SettingsChange = {
  before: Settings
  after: Settings
  origins?: Provider["origins"] | undefined
}

/**
 * Whether an address among the settings, however deep it stands, is another one, or only now stands there; or the settings
 * together, of which none need be an address, now lead to a host that they did not lead to before.
 */
export function addressChanges({ before, after, origins }: SettingsChange): boolean {
  const known = origins?.(before) ?? []
  const isNew = origins?.(after).some((origin) => !known.includes(origin)) === true
  return isNew || JSON.stringify(addressesIn(before, "")) !== JSON.stringify(addressesIn(after, ""))
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
