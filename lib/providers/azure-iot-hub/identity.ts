import { hash } from "node:crypto"
import type { DeviceKind } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"
import { readIdentity } from "./attributes"
import { type JsonObject, readText } from "./read-value"

/** Raised when a change of the mapping should reach records whose version did not move. */
const mapping = 3

/**
 * A twin's version counts tags and properties only (§A.6 of the provider facts). Whatever else makes a record is gathered here:
 * the registry's side (enabled or not, edge or not, keys, scope; its etag moves with each, and is another after the device was
 * deleted and made again), what the settings make of the twin, and the mapping itself. Where this differs from what was
 * known, the record is taken whole whatever its version (S3-VERSION).
 */
export function identityOf(twin: JsonObject, kind: DeviceKind, reported: string | null): string {
  const evidence: Json = [
    mapping,
    readText(twin.generationId),
    readText(twin.deviceEtag),
    readText(twin.deviceScope),
    kind,
    reported,
    readIdentity(twin),
  ]
  return hash("sha256", JSON.stringify(evidence), "hex").slice(0, 32)
}
