import type { Json } from "@/lib/domain/json"
import { isObject, type JsonObject, objectIn, readText } from "./read-value"
import { openEntries } from "./without-secrets"

/** Tags and desired properties that a concentrator's own attributes say already. */
export const concentratorTags = new Set(["deviceType", "loraRegion", "lora_device_type", "lora_region"])
export const concentratorDesired = new Set(["routerConfig", "clientThumbprint", "cups"])

/** What is known of a concentrator beyond a device (§B of the provider facts): region, thumbprint, router configuration. */
export function readConcentrator(twin: JsonObject): Record<string, Json> {
  const tags = objectIn(twin.tags)
  const desired = objectIn(objectIn(twin.properties).desired)
  const found = {
    region: readText(tags.loraRegion) ?? readText(tags.lora_region),
    thumbprint: firstThumbprint(desired.clientThumbprint),
    routerConfig: isObject(desired.routerConfig) ? openEntries(desired.routerConfig) : null,
    cups: isObject(desired.cups) ? openEntries(desired.cups) : null,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null))
}

/** An array by rule; the first counts. Some tools write the text alone. */
function firstThumbprint(value: Json | undefined): string | null {
  return readText(Array.isArray(value) ? value[0] : value)
}
