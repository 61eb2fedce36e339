import type { Json } from "@/lib/domain/json"
import { describeConformance, type Traits } from "@/lib/providers/conformance.test-support"
import { registry } from "@/lib/providers/registry"
import { type DialectName, startRestSimulator } from "@/simulators/rest-mdm/start-rest-simulator"

type Case = {
  name: string
  provider: keyof typeof registry
  dialect: DialectName
  pageSize: number | null
} & {
  settings?: Record<string, Json>
  credentials?: Record<string, string>
  traits?: Traits
  /** The service gives so few at once, and does not say so: what it is asked for is more than these tests have devices. */
  smallPages?: number
}

const cases: Case[] = [
  {
    name: "SimpleMDM",
    provider: "simplemdm",
    dialect: "simplemdm",
    pageSize: 100,
    traits: { total: false },
  },
  { name: "Fleet", provider: "fleet", dialect: "fleet", pageSize: 100 },
  {
    name: "Fleet with a sign-in",
    provider: "fleet",
    dialect: "fleet",
    pageSize: 100,
    settings: { signIn: "password" },
    credentials: { email: "api@example.test", password: "fleet-simulator-password" },
    traits: { renews: true },
  },
  { name: "Kandji", provider: "kandji", dialect: "kandji", pageSize: 300, traits: { total: false } },
  {
    name: "Jamf Pro",
    provider: "jamf-pro",
    dialect: "jamf-pro",
    pageSize: 200,
    traits: { renews: true },
  },
  {
    name: "Intune",
    provider: "intune",
    dialect: "intune",
    pageSize: 100,
    smallPages: 100,
    traits: { total: false, renews: true },
  },
  {
    name: "Mosyle, older API",
    provider: "mosyle",
    dialect: "mosyle",
    pageSize: 50,
    traits: { total: false, lists: 3 },
  },
  {
    name: "Mosyle, newer API",
    provider: "mosyle",
    dialect: "mosyle",
    pageSize: 50,
    settings: { api: "v2" },
    traits: { total: false, lists: 3, renews: true },
  },
  {
    name: "MicroMDM",
    provider: "micromdm",
    dialect: "micromdm",
    pageSize: 100,
    traits: { total: false, names: false },
  },
  blackGlove("none", null, { style: "none", total: "$.total" }),
  blackGlove("page", 50, { style: "page", page_count: "$.meta.pages", total: "$.meta.total" }),
  blackGlove("offset", 50, { style: "offset", total: "$.total" }),
  blackGlove("last-id", 50, { style: "last_id", param: "after", has_more: "$.has_more", total: "$.total" }),
  blackGlove("cursor", 50, { style: "body_cursor", next: "$.next", total: "$.total" }),
  blackGlove("next-url", 50, { style: "next_url", next: "$.next", total: "$.total" }),
  blackGlove("link", 50, { style: "link_header", total: "$.total" }),
]

/** An MDM that nobody listed, which pages in this way: nothing but data. */
function blackGlove(style: string, pageSize: number | null, pagination: Record<string, Json>): Case {
  const sized = pageSize === null ? {} : { size_param: "size", size: pageSize }
  const config = {
    auth: { type: "header" },
    list: { path: `/${style}/devices`, items: "$.devices", pagination: { ...pagination, ...sized } },
    fields: {
      external_id: "$.id",
      serial_number: { path: "$.serial", transform: ["trim", "upper"] },
      name: "$.label",
      model: "$.hardware['Model name']",
      model_identifier: "$.hardware.identifier",
      assigned_to: "$.owner",
      os_version: "$.os",
      last_seen_at: { path: "$.seen", transform: "datetime" },
    },
  }
  const name = `Black Glove, ${style} paging`
  return {
    name,
    provider: "blackglove",
    dialect: "rest-mdm",
    pageSize,
    settings: { config },
  }
}

for (const {
  name,
  provider,
  dialect,
  pageSize,
  settings = {},
  credentials,
  traits = {},
  smallPages,
} of cases)
  describeConformance(
    name,
    async () => {
      const simulator = await startRestSimulator(dialect)
      const always = smallPages === undefined ? [] : [{ kind: "small_pages" as const, perPage: smallPages }]
      return {
        provider: registry[provider],
        settings: { ...simulator.settings, ...settings },
        credentials: credentials ?? simulator.credentials,
        pageSize,
        control: ({ faults = [], ...command }) =>
          simulator.control({ ...command, faults: [...faults, ...always] }),
        stop: simulator.stop,
      }
    },
    traits,
  )
