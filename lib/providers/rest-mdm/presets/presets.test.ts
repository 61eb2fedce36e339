import { describe, expect, test } from "vitest"
import { catalog } from "@/lib/providers/catalog"
import { configOf } from "@/lib/providers/rest-mdm/config/config-of"
import { credentialsIn, settingsIn } from "@/lib/providers/rest-mdm/config/expand"
import { preset } from "@/lib/providers/rest-mdm/config/preset"
import { settingsSchema } from "@/lib/providers/rest-mdm/config/read-settings"
import { presets } from "./presets"

const filled = { baseUrl: "https://mdm.example.test", tenantId: "t", ownerAttribute: "owner" }

describe.each(Object.entries(presets))("the preset %s", (id, data) => {
  test("is data: it survives being written as JSON, and is what a preset may be", () => {
    expect(preset.parse(JSON.parse(JSON.stringify(data)))).toEqual(data)
  })

  test("refers only to settings and credentials that it asks for", () => {
    const settings = new Set(data.settings.map(({ key }) => key))
    expect([...settingsIn(data.config)].filter((key) => !settings.has(key))).toEqual([])
    const credentials = new Set(data.credentials.map(({ key }) => key))
    expect([...credentialsIn(data.config)].filter((key) => !credentials.has(key))).toEqual([])
  })

  test("S0-CRON is an MDM in the catalog, daily at 04:00 UTC", () => {
    const entry = Object.values(catalog).find((each) => each.id === id)
    expect(entry).toMatchObject({
      family: "mdm",
      hasSample: true,
      defaultSchedule: { cron: "0 4 * * *", timeZone: "UTC" },
    })
  })

  test("is a whole configuration once its fields are filled in, unless everything of it is open", () => {
    const { kind } = configOf(data, settingsSchema(data).parse(onlyKnown(data.settings, filled)))
    expect(kind).toBe(data.open === true ? "missing" : "configured")
  })
})

const onlyKnown = (fields: { key: string }[], values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([key]) => fields.some((field) => field.key === key)))
