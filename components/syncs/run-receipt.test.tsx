import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { streamReceipt } from "@/lib/domain/sync-log"
import { makeRun } from "./run.test-support"
import { RunReceipt } from "./run-receipt"

test("N-RECEIPT an applied plan proves nothing, though the counts of its streams are kept", () => {
  const receipt = streamReceipt.parse({
    complete: false,
    scope: "kept plan",
    pages: 0,
    received: 3,
    records: 3,
    duplicates: 0,
    rejected: 0,
    skipped: 0,
    stripped: 0,
    retries: 0,
    expectedTotal: null,
    removals: "those of the plan",
  })
  const plan = { appliedBy: null, applies: "x", replays: null, reverts: null }
  const shown = renderToStaticMarkup(<RunReceipt run={makeRun({ plan, receipt: { devices: receipt } })} />)
  expect(shown).toContain("a plan is carried out without reading the source")
  expect(shown).not.toContain("Not complete")
})
