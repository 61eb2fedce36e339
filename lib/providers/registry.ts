import type { Provider } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import { addigy } from "./addigy/session"
import { azureIotHub } from "./azure-iot-hub/session"
import { fromPresets } from "./rest-mdm/presets/presets"
import { restProvider } from "./rest-mdm/session"
import { workstudio } from "./workstudio/session"

/** Every connector. Server only. */
export const registry: Record<ProviderId, Provider> = {
  addigy,
  "azure-iot-hub": azureIotHub,
  ...fromPresets((_, preset) => restProvider(preset)),
  workstudio,
}
