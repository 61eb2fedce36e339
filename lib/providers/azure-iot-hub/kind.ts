import type { DeviceKind } from "@/lib/domain/device"
import { isObject, type JsonObject, objectIn } from "./read-value"

/**
 * What a twin stands for. A concentrator is a device that is no edge device and carries the tag of one, in the words of
 * IoT-Hub-Portal (`deviceType: "LoRa Concentrator"`) or of Microsoft's starter kit (`lora_device_type: ["concentrator"]`);
 * looked for only where LoRa is switched on (§B of the provider facts).
 */
export function kindOf(twin: JsonObject, { lora }: { lora: boolean }): DeviceKind {
  if (isEdge(twin)) return "edge"
  return lora && isConcentrator(objectIn(twin.tags)) ? "concentrator" : "standard"
}

export function isEdge(twin: JsonObject): boolean {
  return isObject(twin.capabilities) && twin.capabilities.iotEdge === true
}

function isConcentrator(tags: JsonObject): boolean {
  if (tags.deviceType === "LoRa Concentrator") return true
  const kinds = Array.isArray(tags.lora_device_type) ? tags.lora_device_type : [tags.lora_device_type]
  return kinds.includes("concentrator")
}
