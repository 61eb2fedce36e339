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
    const parsed: Json = JSON.parse(text)
    const clean = mayHold(parsed, false) ? walk(parsed, { path: "", secret: false, paths }) : parsed
    return paths.size === 0 ? { text, paths: [] } : { text: JSON.stringify(clean), paths: [...paths].sort() }
  } catch {
    // Not JSON, or nested too deeply to look into: nothing of it is kept
    return { text: JSON.stringify(redacted), paths: ["$"] }
  }
}

type Place = { path: string; secret: boolean; paths: Set<string> }

/** Blanks in place: the value was parsed only for this. */
function walk(value: Json, place: Place): Json {
  const { path, secret, paths } = place
  if (Array.isArray(value)) {
    const inside = { path: `${path}[*]`, secret, paths }
    for (const [at, entry] of value.entries()) if (mayHold(entry, secret)) value[at] = walk(entry, inside)
    return value
  }
  if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value)) {
      const entry = value[key] ?? null
      const isSecret = (secret && key !== "type") || isSecretKey(key)
      if (mayHold(entry, isSecret))
        value[key] = walk(entry, { path: joined(path, key), secret: isSecret, paths })
    }
    return value
  }
  paths.add(path)
  return redacted
}

/** Whether there is anything to blank in a value, so that paths are built only where they are needed. */
function mayHold(value: Json, secret: boolean): boolean {
  if (typeof value === "object") return value !== null
  return secret && value !== "" && typeof value !== "boolean"
}

const knownKeys = new Map<string, boolean>()

function isSecretKey(key: string): boolean {
  const known = knownKeys.get(key)
  if (known !== undefined) return known
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, "")
  const isSecret = secretPart.test(plain) || secretWhole.test(plain) || /^location[\s_-]/i.test(key)
  if (knownKeys.size < 5000) knownKeys.set(key, isSecret)
  return isSecret
}

function joined(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === "" ? key : `${path}.${key}`
}
