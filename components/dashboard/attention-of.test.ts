import { expect, test } from "vitest"
import { makeIntegration as integration } from "@/components/integrations/integration.test-support"
import { makeRun } from "@/components/syncs/run.test-support"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import { noCounts } from "@/lib/domain/sync-log"
import { attentionOf } from "./attention-of"

const run = makeRun({ trigger: "scheduled" })
const now = Date.parse("2026-11-22T05:00:00Z")

test("a healthy integration needs nobody, nor one whose schedule was switched off on purpose", () => {
  expect(attentionOf([integration({})], [], now)).toEqual([])
  expect(attentionOf([integration({ syncEnabled: false, scheduleNote: "Switched off." })], [], now)).toEqual(
    [],
  )
})

test("a failed sync comes first, with its cause, the remedy and the way to the run", () => {
  const error = { code: "unauthorized" as const, message: "The key was refused (401).", providerSaid: null }
  const [first, ...rest] = attentionOf(
    [
      integration({ lastSync: null, name: "Branch" }),
      integration({ lastSync: { ...run, status: "FAILED", error } }),
    ],
    [],
    now,
  )
  expect(first).toMatchObject({ tone: "bad", href: `/syncs/${run.id}` })
  expect(first?.detail).toContain("The key was refused (401). An admin has to set this right")
  expect(rest.map(({ title }) => title)).toEqual(["Branch has not synced yet"])
})

const hold: RemovalHoldView = {
  id: "01990000-0000-7000-8000-000000000007",
  integrationId: "01990000-0000-7000-8000-000000000002",
  integrationName: "Addigy",
  stream: "devices",
  syncLogId: run.id,
  status: "open",
  reason: "12 of 30 records are gone.",
  records: 12,
  known: 30,
  list: null,
  decidedBy: null,
  decidedAt: null,
  createdAt: "2026-11-22T04:00:00Z",
  updatedAt: "2026-11-22T04:00:00Z",
}

test("N-HOLD removals that wait lead to their hold, and are no longer told once they are decided", () => {
  const held = integration({
    lastSync: { ...run, status: "PARTIAL", counts: { ...noCounts, held: 12, rejected: 2 } },
  })
  expect(attentionOf([held], [hold], now)).toMatchObject([
    { title: "12 removals of Addigy wait for an admin", href: `/holds/${hold.id}` },
    { title: "The last sync of Addigy left something over", detail: "2 records rejected." },
  ])
  expect(attentionOf([held], [], now)).toHaveLength(1)
})

test("a schedule that cannot run is told", () => {
  expect(attentionOf([integration({ scheduleNote: "Kept by hand." })], [], now)).toMatchObject([
    { title: "Addigy does not sync by itself", detail: "Kept by hand." },
  ])
})

test("a planned sync that nobody took up is told, though the one before it went through", () => {
  expect(attentionOf([integration({ nextSyncAt: "2026-11-22T04:50:00Z" })], [], now)).toMatchObject([
    { tone: "warn", title: "The sync of Addigy is overdue", detail: expect.stringContaining("No worker") },
  ])
})

test("S2-CREDENTIALS an integration whose certificate is not checked stays in sight, with the way to mend it", () => {
  const [told, ...others] = attentionOf([integration({ settings: { insecureTls: true } })], [], now)
  expect(others).toEqual([])
  expect(told).toMatchObject({
    tone: "warn",
    title: expect.stringMatching(/^The certificate of .* is not checked$/),
  })
  expect(told?.href).toMatch(/^\/settings\/integrations\/.*\/edit$/)
  expect(attentionOf([integration({ settings: { insecureTls: false } })], [], now)).toEqual([])
})
