import { expect, test } from "vitest"
import { isFiltered, readSyncsAddress, syncFilterOf, writeSyncsAddress } from "./syncs-address"

test("S4-HISTORY the address of all syncs keeps its filters, and passes over what cannot be right", () => {
  const integration = "01990000-0000-7000-8000-000000000002"
  const text = `integration=${integration}&status=FAILED&mode=preview`
  const read = readSyncsAddress(new URLSearchParams(text))
  expect(writeSyncsAddress(read)).toBe(`/syncs?${text}`)
  expect(syncFilterOf(read)).toEqual({ integrationId: integration, status: "FAILED", mode: "preview" })
  const wrong = readSyncsAddress(new URLSearchParams("integration=x&status=LOST"))
  expect(writeSyncsAddress(wrong)).toBe("/syncs")
  expect(isFiltered(wrong)).toBe(false)
  expect(isFiltered(read)).toBe(true)
})
