import { expect, test } from "vitest"
import { readTableLook, writeTableLook } from "./table-look"

test("a table's look is kept in its cookie as it was", () => {
  for (const look of [
    { hidden: [], isDense: false },
    { hidden: ["model", "assignedTo"], isDense: true },
  ]) {
    expect(readTableLook(writeTableLook(look))).toEqual(look)
  }
})

test("a cookie that somebody wrote by hand hides nothing", () => {
  expect(readTableLook("<script>|;;")).toEqual({ hidden: [], isDense: false })
  expect(readTableLook(undefined)).toEqual({ hidden: [], isDense: false })
})
