import type { Json } from "./json"

const redacted = "[redacted]"

/** Keys in a text that may hold a secret. Only looked for, so that most pages are not parsed a second time. */
const suspicious =
  /(?:pass[\s_-]?(?:word|code|phrase)|recovery[\s_-]?key|filevault[^"]{0,20}key|bypass|(?:unlock|bootstrap|access|auth|refresh)[\s_-]?token|secret|private[\s_-]?key|api[\s_-]?key|"pin|geo[\s_-]?location|"location|phone[\s_-]?number|"iccid|"imei|"meid)[^"\\]*"\s*:/i

const secretPart =
  /password|passcode|passphrase|recoverykey|filevault.*key|bypass|(?:unlock|bootstrap|access|auth|refresh)token|secret|privatekey|apikey|geolocation|phonenumber/
const secretWhole =
  /^(?:pin|iccid\d?|imei\d?|meid\d?|location(?:latitude|longitude|accuracy|updatedat|lat|lon|lng))$/

/**
 * Blanks the secrets in a reply before it is stored: JSON in, JSON out. A value is secret if a key above it is (in any case and
 * spelling: `recovery_key`, `FileVault Recovery Key`). Empty values, booleans and nulls stay, for they tell nothing.
 * `paths` names each place once, list positions as `[*]`: `items[*].facts.recovery_key.value`.
 */
export function redact(text: string): { text: string; paths: string[] } {
  if (!suspicious.test(text)) return { text, paths: [] }
  try {
    const paths = new Set<string>()
    const clean = walk(JSON.parse(text), { path: "", secret: false, paths })
    return paths.size === 0 ? { text, paths: [] } : { text: JSON.stringify(clean), paths: [...paths].sort() }
  } catch {
    // Not JSON, or nested too deeply to look into: nothing of it is kept
    return { text: JSON.stringify(redacted), paths: ["$"] }
  }
}

type Place = { path: string; secret: boolean; paths: Set<string> }

function walk(value: Json, { path, secret, paths }: Place): Json {
  if (Array.isArray(value)) return value.map((entry) => walk(entry, { path: `${path}[*]`, secret, paths }))
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).map(([key, entry]): [string, Json] => [
      key,
      walk(entry, { path: joined(path, key), secret: (secret && key !== "type") || isSecretKey(key), paths }),
    ])
    return Object.fromEntries(entries)
  }
  if (!secret || value === null || value === "" || typeof value === "boolean") return value
  paths.add(path)
  return redacted
}

function isSecretKey(key: string): boolean {
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, "")
  return secretPart.test(plain) || secretWhole.test(plain) || /^location[\s_-]/i.test(key)
}

function joined(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === "" ? key : `${path}.${key}`
}
