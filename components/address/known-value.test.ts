import { expect, test } from "vitest"
import { idFrom, knownValue, valuesOf } from "./known-value"

const names = { a: "A", b: "B" }

test("only what is named counts as a value, and nothing that every object has", () => {
  expect(knownValue(names, "a")).toBe("a")
  for (const other of ["c", "toString", "__proto__", "", null]) expect(knownValue(names, other)).toBeNull()
  expect(valuesOf(names)).toEqual(["a", "b"])
})

test("an id is taken only when it can be one", () => {
  expect(idFrom("019aa2b4-95b1-7c51-8a5e-1f0f6f3a1b2c")).not.toBe("")
  for (const other of ["019aa2b4", "' or 1=1", null]) expect(idFrom(other)).toBe("")
})
