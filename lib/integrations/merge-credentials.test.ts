import { randomBytes } from "node:crypto"
import { expect, test } from "vitest"
import { mergeCredentials } from "./merge-credentials"
import { sealCredentials } from "./seal-credentials"

process.env.DATABASE_URL ??= "postgresql://nobody@127.0.0.1:1/none"
process.env.NEXTAUTH_SECRET ??= randomBytes(24).toString("base64")
process.env.ROLLCALL_ENCRYPTION_KEYS ??= `test:${randomBytes(32).toString("base64")}`

const id = "01a200f2-151c-7ece-8df5-83531be39c61"
const stored = { id, ...sealCredentials({ apiKey: "kept" }, id) }
const at = (baseUrl: string | null) => ({ apiVersion: "v2", baseUrl })

test("O-SECRETS stored credentials go with the same address", () => {
  expect(mergeCredentials(stored, {}, { before: at(null), after: at(null) })).toEqual({ apiKey: "kept" })
  const same = { before: at("https://a.example.com/api"), after: at("https://a.example.com/api/") }
  expect(mergeCredentials(stored, {}, same)).toEqual({ apiKey: "kept" })
})

test.each([
  [null, "https://elsewhere.example.com"],
  ["https://a.example.com", "https://elsewhere.example.com"],
  ["https://a.example.com", null],
])("O-SECRETS stored credentials never go from %s to %s", (before, after) => {
  const move = { before: at(before), after: at(after) }
  expect(() => mergeCredentials(stored, {}, move)).toThrow("Enter the credentials again.")
  expect(mergeCredentials(stored, { apiKey: "new" }, move)).toEqual({ apiKey: "new" })
})

test("O-SECRETS an address deep in a configuration counts like any other", () => {
  const config = (base_url: string) => ({ config: { base_url, auth: { token_url: `${base_url}/token` } } })
  const same = { before: config("https://a.example.com"), after: config("https://a.example.com") }
  expect(mergeCredentials(stored, {}, same)).toEqual({ apiKey: "kept" })
  const move = { before: config("https://a.example.com"), after: config("https://elsewhere.example.com") }
  expect(() => mergeCredentials(stored, {}, move)).toThrow("Enter the credentials again.")
})
