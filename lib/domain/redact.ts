import type { Json } from "./json"

const redacted = "[redacted]"

const secretPart =
  /password|passcode|passphrase|recoverykey|filevault.*key|bypass|(?:unlock|bootstrap|access|auth|refresh|session|sas)token|secret|privatekey|apikey|connectionstring|sharedaccess(?:key|signature)|credentialurl|geolocation|phonenumber/
const secretWhole =
  /^(?:appkey|appskey|nwkkey|nwkskey|genappkey|[fs]nwksintkey|nwksenckey|js(?:int|enc)key|symmetrickey|primarykey|secondarykey|token|createoptions\d*|pin|iccid\d?|imei\d?|meid\d?|location(?:latitude|longitude|accuracy|updatedat|lat|lon|lng))$/

/** Texts that hold a secret whatever they are called: connection strings, signed addresses, private keys. */
const secretText =
  /(?:sharedaccess|account)key=|sharedaccesssignature |[?&]sig=[^&]{16}|-----begin [a-z ]*private key/i
/** No such text is shorter. */
const shortestSecretText = 24

/**
 * Blanks the secrets in a reply before it is stored: JSON in, JSON out. A value is secret if a key above it is (in any case and
 * spelling: `recovery_key`, `FileVault Recovery Key`), or if it reads like one. Empty values, booleans and nulls stay, for they tell nothing.
 * `paths` names each place once, list positions as `[*]`: `items[*].facts.recovery_key.value`. `json` is the same reply
 * parsed, where somebody has it already. A reply without secrets comes back as it was, to the letter.
 */
export function redact(text: string, json?: Json): { text: string; paths: string[] } {
  try {
    if (!holdsSecretKey(json ?? JSON.parse(text))) return { text, paths: [] }
    const paths = new Set<string>()
    const clean = walk(JSON.parse(text), { path: "", secret: false, paths })
    return paths.size === 0 ? { text, paths: [] } : { text: JSON.stringify(clean), paths: [...paths].sort() }
  } catch {
    // Not JSON, or nested too deeply to look into: nothing of it is kept
    return { text: JSON.stringify(redacted), paths: ["$"] }
  }
}

function holdsSecretKey(value: Json): boolean {
  if (typeof value !== "object" || value === null) return false
  if (Array.isArray(value)) return value.some(holdsSecretKey)
  for (const key in value) {
    const entry = value[key]
    if (isSecretEntry(key, entry)) return true
    if (typeof entry === "object" && entry !== null && holdsSecretKey(entry)) return true
  }
  return false
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
      const isSecret = (secret && key !== "type") || isSecretEntry(key, entry)
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

/** A provider's keys are few and come a million times; a reply with ever new keys must not fill the memory. */
const judged = new Map<string, boolean>()

/** Whether what stands under this key is a secret. An `env` that is an object is a container's environment, full of them. */
export function isSecretEntry(key: string, value: Json | undefined): boolean {
  if (isSecretKey(key)) return true
  if (typeof value === "string") return value.length >= shortestSecretText && secretText.test(value)
  return key === "env" && typeof value === "object" && value !== null
}

function isSecretKey(key: string): boolean {
  const known = judged.get(key)
  if (known !== undefined) return known
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, "")
  const isSecret = secretPart.test(plain) || secretWhole.test(plain) || /^location[\s_-]/i.test(key)
  if (judged.size >= 10_000) judged.clear()
  judged.set(key, isSecret)
  return isSecret
}

function joined(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === "" ? key : `${path}.${key}`
}
