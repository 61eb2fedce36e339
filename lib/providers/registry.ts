import type { Provider } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import { addigy } from "./addigy/session"
import { azureIotHub } from "./azure-iot-hub/session"

/** Every connector. Server only. */
export const registry: Record<ProviderId, Provider> = {
  addigy,
  "azure-iot-hub": azureIotHub,
}
