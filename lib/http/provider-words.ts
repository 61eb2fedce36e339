import type { Json } from "@/lib/domain/json"

const spokenKeys = [
  "message",
  "error",
  "errors",
  "detail",
  "title",
  "reason",
  "description",
  "error_description",
  "error_chain",
]

/** The provider's own words in a reply, for people: without markup and secrets, at most 500 characters; null if it said nothing. */
export function providerWords(text: string, secrets: string[]): string | null {
  const words = (saidIn(text) ?? plainText(text)).replaceAll("\0", "")
  return cut(cutSecrets(words, secrets)) || null
}

/** Replaces every secret, as it is and as it looks in a URL, and what signs a request. */
export function cutSecrets(text: string, secrets: string[]): string {
  const forms = secrets
    .filter((secret) => secret.length > 3)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
  return forms.reduce(
    (rest, secret) => rest.replaceAll(secret, "[secret]"),
    text.replace(signed, "$1[secret]"),
  )
}

/** Azure's signatures, which are another with each request. */
const signed = /\b(SharedAccessSignature\s+)[^\s"'<]+/gi

// A cut may halve a surrogate pair, which no database takes
const cut = (text: string): string => text.trim().slice(0, 500).toWellFormed()

function saidIn(text: string): string | null {
  try {
    const said: string[] = []
    gather(JSON.parse(text), 0, said)
    return said.length > 0 ? [...new Set(said)].join(": ") : null
  } catch {
    return null
  }
}

function gather(value: Json, depth: number, said: string[]): void {
  if (depth > 5 || said.length > 10) return
  if (typeof value === "string") said.push(value)
  else if (Array.isArray(value)) for (const entry of value) gather(entry, depth + 1, said)
  else if (value !== null && typeof value === "object")
    for (const key of spokenKeys) {
      const entry = value[key]
      if (entry !== undefined) gather(entry, depth + 1, said)
    }
}

function plainText(text: string): string {
  return text
    .slice(0, 20_000)
    .replace(/<(script|style)[\s\S]*?<\/\1\s*>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
}
