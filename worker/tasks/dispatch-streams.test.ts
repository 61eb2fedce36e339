import { expect, test } from "vitest"
import { pool, prisma } from "@/lib/db/client"
import { integrationInput } from "@/lib/domain/integration"
import type { Catalog } from "@/lib/domain/provider"
import { createIntegration } from "@/lib/integrations/create-integration"
import { updateSyncSettings } from "@/lib/integrations/update-sync-settings"
import { log } from "@/lib/log"
import { catalog as usual } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { testDatabase } from "@/lib/tooling/test-database"
import { makeTenant } from "@/lib/tooling/test-tenant"
import { dispatch } from "./dispatch"

testDatabase()

/** A provider that has models and devices, with the intervals of S3-FREQ. */
const catalog: Catalog = {
  ...usual,
  addigy: {
    ...usual.addigy,
    family: "iot",
    streams: ["device-models", "devices"],
    streamIntervals: { "device-models": 600, devices: 300 },
  },
}

test("S3-FREQ devices are read every 5 minutes and models every 10, models first, each as it is set", async () => {
  const { admin } = await makeTenant()
  const made = new Date("2026-08-01T00:00:00Z")
  const input = { provider: "addigy", name: "Things", credentials: { apiKey: "key" }, syncInterval: 3600 }
  const { id } = await createIntegration(admin, integrationInput.parse(input), {
    check: false,
    providers: registry,
    catalog,
    now: made,
  })
  const readAt = async (now: string) => {
    await prisma().syncLog.updateMany({ data: { status: "SUCCESS" } })
    const [run] = await dispatch({ pool: pool(), catalog, now: new Date(now), log })
    if (run === undefined) return null
    const { context } = await prisma().syncLog.findUniqueOrThrow({ where: { id: run } })
    return context
  }
  expect(await readAt("2026-08-01T00:04:00Z")).toBeNull()
  expect(await readAt("2026-08-01T00:05:00Z")).toEqual({ streams: ["devices"] })
  expect(await readAt("2026-08-01T00:10:00Z")).toEqual({}) // all of them, in the catalog's order
  expect(await readAt("2026-08-01T00:15:00Z")).toEqual({ streams: ["devices"] })

  const settings = {
    streams: { "device-models": { syncInterval: 3600 }, devices: { syncInterval: 300 } },
  } as const
  await updateSyncSettings(admin, id, settings, { catalog, now: new Date("2026-08-01T00:16:00Z") })
  expect(await readAt("2026-08-01T00:25:00Z")).toEqual({ streams: ["devices"] })
})
