import type { Catalog } from "@/lib/domain/provider"
import type { ProviderFamily, ProviderId } from "@/lib/domain/provider-id"

/** The ids of a family's providers. */
export function providersOf(catalog: Catalog, family: ProviderFamily): ProviderId[] {
  return Object.values(catalog)
    .filter((entry) => entry.family === family)
    .map(({ id }) => id)
}
