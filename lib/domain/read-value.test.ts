import { expect, it } from "vitest"
import { readFlag, readText, readTimestamp } from "./read-value"

it.each([
  ["2026-02-03T10:11:12.5Z", "2026-02-03T10:11:12.500Z"],
  ["2026-02-03T10:11:12Z", "2026-02-03T10:11:12.000Z"],
  ["2026-02-03T10:11:12.123456789Z", "2026-02-03T10:11:12.123Z"],
  ["2026-02-03T10:11:12.1234567+02:00", "2026-02-03T08:11:12.123Z"],
  ["2025-12-13 19:14:20.455640+00:00", "2025-12-13T19:14:20.455Z"],
  ["2026-02-03T10:11:12", "2026-02-03T10:11:12.000Z"],
  ["2026-02-03 10:11", "2026-02-03T10:11:00.000Z"],
  ["2026-02-03T10:11:12.000-0800", "2026-02-03T18:11:12.000Z"],
  ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
  [1770113472, "2026-02-03T10:11:12.000Z"],
  [1770113472500, "2026-02-03T10:11:12.500Z"],
  ["1770113472", "2026-02-03T10:11:12.000Z"],
  [1770113472.25, "2026-02-03T10:11:12.250Z"],
  ["2026-02-31T10:11:12Z", null],
  ["2026-13-01T10:11:12Z", null],
  ["2026-02-03T25:11:12Z", null],
  ["2026-02-03", null],
  ["0001-01-01T00:00:00Z", null],
  ["yesterday", null],
  ["n/a", null],
  ["", null],
  [0, null],
  [-5, null],
  [Number.NaN, null],
  [true, null],
  [null, null],
  [["2026-02-03T10:11:12Z"], null],
])("reads the time %j as %j", (value, time) => {
  expect(readTimestamp(value)).toBe(time)
})

it.each([
  ["  C02 ", "C02"],
  ["", null],
  ["   ", null],
  ["n/a", null],
  ["N/A", null],
  [42, "42"],
  [true, null],
  [null, null],
  [{ a: 1 }, null],
])("reads the text %j as %j", (value, text) => {
  expect(readText(value)).toBe(text)
})

it.each([
  [true, true],
  ["False", false],
  ["n/a", null],
  [1, null],
  [null, null],
])("reads the flag %j as %j", (value, flag) => {
  expect(readFlag(value)).toBe(flag)
})
