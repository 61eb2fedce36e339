import { expect, test } from "vitest"
import { makeRun } from "@/components/syncs/run.test-support"
import type { IntegrationView } from "@/lib/domain/integration"
import { noCounts, type SyncLogView } from "@/lib/domain/sync-log"
import { makeIntegration } from "./integration.test-support"
import { byUrgency, stateOf } from "./integration-state"

const run = makeRun({})
const now = Date.parse("2026-11-22T05:00:00Z")
const integration = (lastSync: SyncLogView | null) => makeIntegration({ lastSync })

test.each([
  [null, "Never synced"],
  [run, "Healthy"],
  [{ ...run, status: "RUNNING" as const }, "Sync in progress"],
  [{ ...run, status: "FAILED" as const }, "Failing"],
  [{ ...run, status: "CANCELLED" as const }, "Last sync cancelled"],
  [{ ...run, status: "PARTIAL" as const }, "Partly done"],
  [
    { ...run, status: "PARTIAL" as const, counts: { ...noCounts, held: 12, rejected: 1 } },
    "1 record rejected",
  ],
  [{ ...run, status: "PARTIAL" as const, counts: { ...noCounts, held: 12 } }, "Healthy"],
])("S4-CARD the state at a glance of %o", (lastSync, label) => {
  expect(stateOf(integration(lastSync), 0, now).label).toBe(label)
})

test("N-HOLD removals that wait are the state, until they are decided", () => {
  const held = integration({ ...run, status: "PARTIAL", counts: { ...noCounts, held: 12 } })
  expect(stateOf(held, 12, now)).toEqual({ tone: "warn", label: "12 removals held" })
  expect(stateOf(held, 0, now).label).toBe("Healthy")
})

test("S1-GUARD a list that waits is told as one", () => {
  const held: IntegrationView = {
    ...integration({ ...run, status: "PARTIAL", counts: { ...noCounts, held: 9 } }),
    provider: "master-data",
  }
  expect(stateOf(held, 1, now)).toEqual({ tone: "warn", label: "List held" })
})

test("S4-CARD what needs a person comes first", () => {
  const failing = stateOf(integration({ ...run, status: "FAILED" }), 0, now)
  const others = [stateOf(integration(run), 0, now), stateOf(integration(null), 0, now)]
  expect([...others, failing].sort(byUrgency)[0]).toBe(failing)
})

test("S4-CARD a planned sync that nobody took up is overdue, from the first one missed on", () => {
  const planned = (run: SyncLogView | null, nextSyncAt: string) =>
    stateOf({ ...integration(run), nextSyncAt }, 0, now)
  expect(planned(run, "2026-11-22T04:55:00Z")).toEqual({ tone: "warn", label: "Sync overdue" })
  expect(planned(null, "2026-11-22T04:55:00Z").label).toBe("Sync overdue")
  expect(planned(run, "2026-11-22T04:59:00Z").label).toBe("Healthy")
  expect(planned(run, "2026-11-22T06:00:00Z").label).toBe("Healthy")
  expect(planned({ ...run, status: "RUNNING" }, "2026-11-22T04:55:00Z").label).toBe("Sync in progress")
  expect(planned({ ...run, status: "FAILED" }, "2026-11-22T04:55:00Z").label).toBe("Failing")
})
