export type ConnectionString = { hostName: string; policy: string; key: string }

/**
 * Reads `HostName=…;SharedAccessKeyName=…;SharedAccessKey=…` (§A.1 of the provider facts). What it cannot use it says in one
 * sentence, as a string. Keys are base64 and may end in `=`, so each part is split at its first one.
 */
export function parseConnectionString(text: string): ConnectionString | string {
  const parts = new Map(
    text.split(";").flatMap((part) => {
      const at = part.indexOf("=")
      return at < 1 ? [] : [[part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()] as const]
    }),
  )
  const hostName = parts.get("hostname")?.toLowerCase()
  const key = parts.get("sharedaccesskey")
  const policy = parts.get("sharedaccesskeyname")
  if (parts.has("deviceid"))
    return "This is a device's connection string. Take that of a shared access policy: hub → Shared access policies."
  if (!hostName || !key || !policy)
    return `The connection string lacks ${lacking({ HostName: hostName, SharedAccessKeyName: policy, SharedAccessKey: key })}. Copy the whole of it: hub → Shared access policies → policy → Primary connection string.`
  if (!/^[\w.-]+(:\d+)?$/.test(hostName)) return "The HostName in the connection string is no host name."
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(key))
    return "The SharedAccessKey in the connection string is not base64. Copy it again."
  return { hostName, policy, key }
}

function lacking(parts: Record<string, string | undefined>): string {
  return Object.entries(parts)
    .filter(([, value]) => !value)
    .map(([name]) => name)
    .join(" and ")
}
