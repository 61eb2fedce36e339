import type { Noun } from "./noun"
import type { StreamId } from "./provider-id"

/** What the records of a stream are about. Apart from the schemas, because pages ask it before they have any of those. */
export const nounOf: Record<StreamId, Noun> = {
  devices: "device",
  "device-models": "device-model",
  "edge-device-models": "device-model",
  list: "list-item",
  circuits: "circuit",
  "planned-units": "circuit",
}
