import type { Provider } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import { addigy } from "./addigy/session"
import { awsIot } from "./aws-iot/session"
import { azureIotHub } from "./azure-iot-hub/session"
import { fromPresets } from "./rest-mdm/presets/presets"
import { restProvider } from "./rest-mdm/session"

/** Every connector. Server only. */
export const registry: Record<ProviderId, Provider> = {
  addigy,
  "aws-iot": awsIot,
  "azure-iot-hub": azureIotHub,
  ...fromPresets((_, preset) => restProvider(preset)),
}
