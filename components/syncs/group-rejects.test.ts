import { expect, test } from "vitest"
import type { SyncLogLine } from "@/lib/domain/sync-log"
import { groupRejects } from "./group-rejects"

const line = (reason: string | null, externalId: string): SyncLogLine => ({
  id: "01990000-0000-7000-8000-000000000001",
  level: "warn",
  reason,
  message: "",
  externalId,
  path: null,
  sample: null,
  at: "2026-11-22T04:00:00Z",
})

test("S3-ISOLATE rejects are grouped by reason, the largest group first, other lines left out", () => {
  const groups = groupRejects([
    line("invalid", "a"),
    line(null, "b"),
    line("no_serial", "c"),
    line("no_serial", "d"),
  ])
  expect(groups.map(({ title, lines }) => [title, lines.length])).toEqual([
    ["Without a serial number", 2],
    ["With a value that cannot be taken", 1],
  ])
})
