import type { CatalogEntry } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import { addigyCatalogEntry } from "./addigy/catalog-entry"
import { azureIotHubCatalogEntry } from "./azure-iot-hub/catalog-entry"
import { presetEntry } from "./rest-mdm/presets/catalog-entry"
import { fromPresets } from "./rest-mdm/presets/presets"
import { workstudioCatalogEntry } from "./workstudio/catalog-entry"

/** What the browser may know of every provider. */
export const catalog: Record<ProviderId, CatalogEntry> = {
  addigy: addigyCatalogEntry,
  "azure-iot-hub": azureIotHubCatalogEntry,
  ...fromPresets(presetEntry),
  workstudio: workstudioCatalogEntry,
}
