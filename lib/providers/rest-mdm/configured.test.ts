import { describe, expect, it, test } from "vitest"
import type { Json } from "@/lib/domain/json"
import { readAll } from "@/lib/providers/conformance.test-support"
import { registry } from "@/lib/providers/registry"

const open = (settings: Record<string, Json>, credentials: Record<string, string> = {}) =>
  registry.blackglove.openSession({
    settings,
    credentials,
    allowedPrivateHosts: [],
    signal: new AbortController().signal,
  })

const parse = (settings: Record<string, Json>) => registry["rest-mdm"].settings.safeParse(settings)
const messages = (settings: Record<string, Json>) =>
  parse(settings).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)

/** The example of the provider facts (B.2), as it stands there. */
const example = {
  schema: 1,
  base_url: "https://mdm.example.test/api",
  auth: {
    type: "oauth2_client_credentials",
    token_url: "/oauth/token",
    client_auth: "body",
    scope: "",
    early_refresh_s: 60,
  },
  headers: { Accept: "application/json" },
  test: { method: "GET", path: "/me", ok: [200] },
  list: {
    method: "GET",
    path: "/devices",
    query: { group: "{{settings.group_id}}" },
    body: null,
    items: "$.results",
    success_when: null,
    pagination: {
      style: "page",
      in: "query",
      param: "page",
      start: 0,
      size_param: "page-size",
      size: 200,
      total: "$.totalCount",
      max_pages: 1000,
    },
  },
  fields: {
    external_id: { path: ["$.id"], required: true },
    serial_number: {
      path: ["$.hardware.serialNumber", "$.serial"],
      transform: ["trim", "upper"],
      required: true,
    },
    name: { path: ["$.general.name", "$.hardware.serialNumber"] },
    model: { path: ["$.hardware.model"] },
    assigned_to: {
      path: ["$.userAndLocation.email", "$.userAndLocation.username"],
      transform: ["lower", "empty_to_null"],
    },
    last_seen_at: { path: ["$.general.lastContactTime"], transform: ["datetime"] },
    type: { infer: "apple_device_type", from: ["model", "model_identifier"] },
  },
  filter: { include_when: null, drop_when: "$.is_removed == true" },
  rate: { rps: 5, concurrency: 1 },
  retry: { max: 3, base_ms: 1000, max_ms: 30_000, retry_on: [408, 425, 429, 500, 502, 503, 504] },
  redact: ["$..recoveryKey", "$..password", "$..bypass*"],
}

describe("S0-BLACKGLOVE until it is configured", () => {
  const nothing =
    "Black Glove is not configured. Missing: base URL, authentication, list path, items path, paging, field mapping. Fill them in under Settings > Integrations."

  test("a check says that it is not, and what is missing", async () => {
    await expect(open({}).check()).rejects.toMatchObject({ code: "misconfigured", message: nothing })
  })

  test("a read ends with the same words", async () => {
    const { pages, error } = await readAll(open({}))
    expect(pages).toEqual([])
    expect(error).toMatchObject({ code: "misconfigured", mustAct: "admin", message: nothing })
  })

  test("nothing filled in can be stored, and asks for no credentials", () => {
    expect(registry.blackglove.settings.parse({ baseUrl: " ", config: null })).toMatchObject({})
    expect(registry.blackglove.credentials({}).parse({})).toEqual({})
  })

  test("only what is still missing is named, the credentials too", async () => {
    const most = {
      baseUrl: "https://mdm.example.test",
      auth: "bearer",
      listPath: "/devices",
      itemsPath: "$",
      paging: "none",
    }
    await expect(open(most).check()).rejects.toThrow("Missing: field mapping.")
    const all = { ...most, mapping: { external_id: "$.id" } }
    await expect(open(all).check()).rejects.toThrow("Black Glove is not configured. Missing: token.")
    expect(registry.blackglove.credentials(all).safeParse({}).error?.issues[0]?.message).toBe(
      "Enter the token.",
    )
  })
})

describe("a configuration is data that is checked", () => {
  test("the example of the facts is taken, with the setting it refers to", () => {
    expect(messages({ config: example, group_id: "7" })).toBeUndefined()
    expect(messages({ config: example })).toBeUndefined()
  })

  it.each([
    ["an unknown setting", { nothing: "x" }, /Another MDM \(REST\) has no setting named nothing/],
    ["an unknown key", { config: { ...example, code: "1" } }, /Unrecognized key/],
    [
      "a path that is code",
      { config: { ...example, list: { ...example.list, items: "$[?(@.a)]" } } },
      /cannot be read/,
    ],
    [
      "a condition that is code",
      { config: { ...example, filter: { drop_when: "alert(1)" } } },
      /is no condition/,
    ],
    [
      "an unknown way to page",
      { config: { ...example, list: { ...example.list, pagination: { style: "x" } } } },
      /pagination/,
    ],
    [
      "a secret in the configuration",
      { config: { ...example, auth: { type: "bearer", token: "eyJhbGciOi" } } },
      /Refer to a credential/,
    ],
    [
      "S0-BLACKGLOVE O-SECRETS a key as a user name that stands without a password",
      { config: { ...example, auth: { type: "basic", username: "sk-live-77", password: "" } } },
      /the user name is the secret/,
    ],
    [
      "S4-RETRY a refusal that is to be tried again",
      { config: { ...example, retry: { retry_on: [409, 401] } } },
      /is not tried again/,
    ],
    [
      "a secret in a header",
      { config: { ...example, headers: { Authorization: "Bearer x" } } },
      /may hold a secret/,
    ],
    [
      "S0-BLACKGLOVE O-SECRETS a path that is the address of another host",
      { config: { ...example, list: { ...example.list, path: "//evil.example/devices" } } },
      /A path starts with one \//,
    ],
    [
      "S0-BLACKGLOVE O-SECRETS one that is so with the other slash",
      { config: { ...example, test: { ...example.test, path: "/\\evil.example/me" } } },
      /A path starts with one \//,
    ],
    ["an address that is none", { config: { ...example, base_url: "mdm" } }, /must be an address/],
    ["credentials in the address", { baseUrl: "https://a:b@mdm.example.test" }, /user names and passwords/],
  ])("%s is refused", (_, settings, words) => {
    expect(messages(settings)?.join("\n")).toMatch(words)
  })

  test("O-LIMITS an address in a private range is refused before anything is sent", async () => {
    const settings = {
      config: { ...example, base_url: "https://169.254.169.254/latest", auth: { type: "none" } },
    }
    await expect(open(settings).check()).rejects.toMatchObject({
      code: "misconfigured",
      message: expect.stringContaining("is not a public address"),
    })
  })
})
