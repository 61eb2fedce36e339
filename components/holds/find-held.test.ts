import { expect, test } from "vitest"
import type { HeldRecordView } from "@/lib/domain/removal-hold"
import { findHeld } from "./find-held"

const held = (
  externalId: string,
  subjectName: string | null,
  serialNumber: string | null,
): HeldRecordView => ({
  externalId,
  noun: "device",
  subjectId: "01990000-0000-7000-8000-000000000001",
  subjectName,
  deviceId: "01990000-0000-7000-8000-000000000001",
  deviceName: subjectName,
  serialNumber,
  missingSince: null,
})

test("N-HOLD records are found by part of a name, serial number or id, in any case", () => {
  const all = [held("a-1", "Ada’s MacBook", "C02AAA"), held("b-2", null, "C02BBB"), held("c-3", "Lab", null)]
  expect(findHeld(all, "")).toHaveLength(3)
  expect(findHeld(all, " macbook ")).toEqual([all[0]])
  expect(findHeld(all, "c02")).toEqual([all[0], all[1]])
  expect(findHeld(all, "C-3")).toEqual([all[2]])
  expect(findHeld(all, "nobody")).toEqual([])
})
