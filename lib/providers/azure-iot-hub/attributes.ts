import type { DeviceKind } from "@/lib/domain/device"
import type { Json } from "@/lib/domain/json"
import { isSecretEntry } from "@/lib/domain/redact"
import { concentratorDesired, concentratorTags, readConcentrator } from "./concentrator"
import { isObject, type JsonObject, objectIn, readText } from "./read-value"
import type { AzureSettings } from "./settings"
import { withoutSecrets } from "./without-secrets"

/** Tags that fill fields of their own. */
const fieldTags = new Set(["deviceName", "modelId"])
const noKeys = new Set<string>()

/**
 * What is worth keeping of a twin beyond the common fields: what the registry says of the device, its tags, its desired
 * properties, and those reported ones that the admin names. Keys that hold secrets (LoRaWAN keys) are left out at any depth.
 */
export function readAttributes(
  twin: JsonObject,
  kind: DeviceKind,
  settings: AzureSettings,
): Record<string, Json> {
  const { desired, reported } = objectIn(twin.properties)
  const isConcentrator = kind === "concentrator"
  return {
    ...readIdentity(twin),
    ...(isConcentrator ? readConcentrator(twin) : {}),
    ...under(
      "tags",
      twin.tags,
      (key) => !fieldTags.has(key) && !(isConcentrator ? concentratorTags : noKeys).has(key),
    ),
    ...under("desired", desired, (key) => !(isConcentrator ? concentratorDesired : noKeys).has(key)),
    ...under("reported", reported, (key) => namesIn(settings.reported).has(key)),
  }
}

/** What the identity registry says. It can move without the twin's version (see `identityOf`). */
export function readIdentity(twin: JsonObject): Record<string, Json> {
  const thumbprints = objectIn(twin.x509Thumbprint)
  const scopes = Array.isArray(twin.parentScopes)
    ? twin.parentScopes.flatMap((scope) => readText(scope) ?? [])
    : []
  const deployments = Object.keys(objectIn(twin.configurations)).sort()
  const found: Record<string, Json> = {
    status: readText(twin.status),
    statusReason: readText(twin.statusReason),
    authenticationType: readText(twin.authenticationType),
    primaryThumbprint: readText(thumbprints.primaryThumbprint),
    secondaryThumbprint: readText(thumbprints.secondaryThumbprint),
    parents: scopes.length > 0 ? scopes.sort() : null,
    deployments: deployments.length > 0 ? deployments : null,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null))
}

const named = new Map<string, Set<string>>()

/** The names in a text such as `fw, ipAddress`; remembered, for every twin asks. */
function namesIn(text: string | null): Set<string> {
  if (text === null) return noKeys
  const known = named.get(text)
  if (known !== undefined) return known
  if (named.size > 100) named.clear()
  const names = new Set(text.split(/[\s,;]+/).filter(Boolean))
  named.set(text, names)
  return names
}

/** The entries of one part of a twin, as `tags.site`. `$metadata` and `$version` are Azure's own bookkeeping. */
function under(
  part: string,
  values: Json | undefined,
  wanted: (key: string) => boolean,
): Record<string, Json> {
  if (!isObject(values)) return {}
  const kept: Record<string, Json> = {}
  for (const key in values) {
    const value = values[key]
    if (
      value === undefined ||
      value === null ||
      key.startsWith("$") ||
      !wanted(key) ||
      isSecretEntry(key, value)
    )
      continue
    kept[`${part}.${key}`] = withoutSecrets(value)
  }
  return kept
}
