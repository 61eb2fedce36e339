import type { CatalogEntry } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import { addigyCatalogEntry } from "./addigy/catalog-entry"
import { awsIotCatalogEntry } from "./aws-iot/catalog-entry"
import { azureIotHubCatalogEntry } from "./azure-iot-hub/catalog-entry"
import { presetEntry } from "./rest-mdm/presets/catalog-entry"
import { fromPresets } from "./rest-mdm/presets/presets"

/** What the browser may know of every provider. */
export const catalog: Record<ProviderId, CatalogEntry> = {
  addigy: addigyCatalogEntry,
  "aws-iot": awsIotCatalogEntry,
  "azure-iot-hub": azureIotHubCatalogEntry,
  ...fromPresets(presetEntry),
}
