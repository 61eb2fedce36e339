import type { Json } from "./json"

const redacted = "[redacted]"

const secretPart =
  /password|passcode|passphrase|recoverykey|filevault.*key|bypass|(?:unlock|bootstrap|access|auth|refresh|session|sas)token|secret|privatekey|apikey|connectionstring|sharedaccess(?:key|signature)|credentialurl/
const secretWhole =
  /^(?:appkey|appskey|nwkkey|nwkskey|genappkey|[fs]nwksintkey|nwksenckey|js(?:int|enc)key|symmetrickey|primarykey|secondarykey|token|createoptions\d*|configurationupdate|pin)$/
/** What tells of people where they are and which phone is theirs: kept out of stored replies, but no secret. */
const personal =
  /geolocation|phonenumber|^(?:iccid|imei|meid)\d?$|^location(?:latitude|longitude|accuracy|updatedat|lat|lon|lng)$/

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
  if (Array.isArray(value)) return value.some((entry) => isSecretText(entry) || holdsSecretKey(entry))
  for (const key in value) {
    const entry = value[key]
    if (isWithheldEntry(key, entry)) return true
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
    for (const [at, entry] of value.entries()) {
      const isSecret = secret || isSecretText(entry)
      if (mayHold(entry, isSecret)) value[at] = walk(entry, { ...inside, secret: isSecret })
    }
    return value
  }
  if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value)) {
      const entry = value[key] ?? null
      const isSecret = (secret && key !== "type") || isWithheldEntry(key, entry)
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

/** Whether what stands under this key is a secret. An `env` that is an object is a container's environment, full of them. */
export function isSecretEntry(key: string, value: Json | undefined): boolean {
  return judgementOf(key) === "secret" || isSecretValue(key, value)
}

/** Whether it is kept out of stored replies. */
const isWithheldEntry = (key: string, value: Json | undefined): boolean =>
  judgementOf(key) !== "open" || isSecretValue(key, value)

const isSecretValue = (key: string, value: Json | undefined): boolean =>
  isSecretText(value) || (key === "env" && typeof value === "object" && value !== null)

/** Whether a text reads like a secret wherever it stands; false for what is no text. */
export const isSecretText = (value: Json | undefined): boolean =>
  typeof value === "string" && value.length >= shortestSecretText && secretText.test(value)

type Judgement = "secret" | "personal" | "open"

/** A provider's keys are few and come a million times; a reply with ever new keys must not fill the memory. */
const judged = new Map<string, Judgement>()

function judgementOf(key: string): Judgement {
  const known = judged.get(key)
  if (known !== undefined) return known
  const judgement = judge(key)
  if (judged.size >= 10_000) judged.clear()
  judged.set(key, judgement)
  return judgement
}

function judge(key: string): Judgement {
  const plain = key.toLowerCase().replace(/[^a-z0-9]/g, "")
  if (secretPart.test(plain) || secretWhole.test(plain)) return "secret"
  return personal.test(plain) || /^location[\s_-]/i.test(key) ? "personal" : "open"
}

function joined(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === "" ? key : `${path}.${key}`
}
