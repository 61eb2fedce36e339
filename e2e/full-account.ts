import { createUser } from "@/lib/accounts/create-user"
import { pool, prisma } from "@/lib/db/client"
import {
  circuit,
  circuitBench,
  syncCircuits,
  syncUnits,
  units,
} from "@/lib/inventory/circuits/circuits.test-support"
import { takeSnapshots } from "@/lib/inventory/circuits/snapshots/take-snapshots"
import { model, syncModels } from "@/lib/inventory/device-models/models.test-support"
import { press } from "@/lib/inventory/devices/modules/modules.test-support"
import { type Bench, newIntegration, record, sync } from "@/lib/sync/engine.test-support"
import { demoPassword } from "@/prisma/seed"

const dayMs = 24 * 3600_000

/** Addresses of what an account holds, by the route of the page that shows it. */
export type Holdings = Record<`/${string}[id]${string}`, string[]>

/**
 * An account in which every page has something to show: devices with modules, models, circuits with units and days, planners
 * nobody knows, runs that went well, in part and not at all, and a hold. Its admin has the demo's password.
 */
export async function makeFullAccount(email: string): Promise<Holdings> {
  const lines = await circuitBench()
  const { accountId } = lines
  await createUser(prisma(), { accountId, email, name: "Fay Full", role: "ADMIN", password: demoPassword })
  const fleet = await newIntegration(accountId)
  await syncFleet(fleet)
  await syncLines(lines)
  const ids = async (found: Promise<{ id: string }[]>) => (await found).map(({ id }) => id)
  const where = { accountId }
  const [integrations, devices, models, circuits, runs, holds] = await Promise.all([
    ids(prisma().integration.findMany({ where })),
    ids(prisma().device.findMany({ where: { ...where, name: { in: ["Press 7", "Mac 3"] } } })),
    ids(prisma().deviceModel.findMany({ where, take: 1 })),
    ids(prisma().circuit.findMany({ where, orderBy: { id: "asc" }, take: 2 })),
    ids(prisma().syncLog.findMany({ where, distinct: ["status"] })),
    ids(prisma().removalHold.findMany({ where })),
  ])
  return {
    "/ineligible-items/versions/[id]": [], // looked at where one is published: e2e/master-data.spec.ts
    "/settings/integrations/[id]/edit": integrations.map((id) => `/settings/integrations/${id}/edit`),
    "/devices/[id]": devices.map((id) => `/devices/${id}`),
    "/models/[id]": models.map((id) => `/models/${id}`),
    "/circuits/[id]": circuits.map((id) => `/circuits/${id}`),
    "/syncs/[id]": runs.map((id) => `/syncs/${id}`),
    "/holds/[id]": holds.map((id) => `/holds/${id}`),
  }
}

const rejected = {
  reason: "invalid" as const,
  path: "name",
  message: "Its name is a number where a text is due.",
  sample: "7",
}

async function syncFleet(at: Bench): Promise<void> {
  await syncModels(at, { records: [model("Pump", {}, "Moves water"), model("Valve")] })
  const macs = Array.from({ length: 40 }, (_, n) => record(n))
  await sync(at, { records: [press, ...macs] })
  await sync(at, {
    records: [press, ...macs.slice(0, 30)],
    rejects: [{ ...rejected, externalId: "agent-x" }],
  })
  for (const _ of [1, 2]) await sync(at, { records: [press, ...macs.slice(0, 10)] })
  const error = new Error("The provider went away.")
  await sync(at, { records: macs, failAt: { page: 0, error } })
}

async function syncLines(at: Bench): Promise<void> {
  const parts = [circuit(1), circuit(2, { takenBy: "ACME\\nobody" }), circuit(3, { apiStatus: "QC" })]
  await syncCircuits(at, { records: parts })
  await syncUnits(at, { records: [units(1), units(3)] })
  for (const days of [2, 1, 0]) {
    const now = new Date(Date.now() - days * dayMs)
    await takeSnapshots(pool(), { integrationId: at.integrationId, now })
  }
}
