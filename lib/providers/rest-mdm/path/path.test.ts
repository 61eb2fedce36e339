import { describe, expect, it, test } from "vitest"
import { holds, parseCondition } from "./condition"
import { parsePath } from "./parse-path"
import { readItems, readPath } from "./read-path"

const device = {
  id: 7,
  "Used Memory (GB)": 16,
  "@odata.id": "x",
  hardware: { serialNumber: "C02", nothing: null, empty: "" },
  owners: [
    { id: "other", value: "no" },
    { id: "owner_email", value: "kai@example.test" },
  ],
}

describe("the path language of the REST connector", () => {
  it.each([
    ["$.id", 7],
    ["id", 7],
    ["hardware.serialNumber", "C02"],
    ["$['Used Memory (GB)']", 16],
    ['$["@odata.id"]', "x"],
    ["$.owners[1].value", "kai@example.test"],
    ["$.owners[id='owner_email'].value", "kai@example.test"],
    ["$.owners[*].value", ["no", "kai@example.test"]],
    ["$.owners[9].value", null],
    ["$.hardware.nothing", null],
    ["$.constructor", null],
    ["$.id.deeper", null],
  ])("%s reads what stands there", (path, value) => {
    expect(readPath(device, path)).toEqual(value)
  })

  test("keys are found in another case where that is asked for", () => {
    expect(readPath(device, "$.Hardware.SERIALNUMBER")).toBeNull()
    expect(readPath(device, "$.Hardware.SERIALNUMBER", true)).toBe("C02")
  })

  test("items are the list at the path, or those of every list under it", () => {
    expect(readItems([1, 2], ["$"])).toEqual([1, 2])
    expect(
      readItems({ response: [{ devices: [1] }, { devices: [2, 3] }] }, ["$.response[*].devices[*]"]),
    ).toEqual([1, 2, 3])
    expect(readItems({ response: [{ devices: [] }] }, ["$.response[*].devices[*]"])).toEqual([])
    expect(readItems({ devices: "none" }, ["$.devices"])).toBeNull()
    expect(readItems({}, ["$.response[*].devices[*]"])).toBeNull()
  })

  it.each(["$.a[", "$.a[?(@.b)]", "$.a b", "$.a.(x)"])("%s is refused, saying where", (path) => {
    expect(() => parsePath(path)).toThrow(/cannot be read from/)
  })

  it.each([
    ["$.hardware.serialNumber == 'C02'", true],
    ["$.id != 8", true],
    ["$.id == '7'", true],
    ["$.missing == null", true],
    ["$.missing == true", false],
    ["$.missing != true", true],
  ])("the condition %s is %s", (condition, expected) => {
    expect(holds(device, condition)).toBe(expected)
  })

  test("a condition is a comparison and no code", () => {
    expect(() => parseCondition("process.exit()")).toThrow(/is no condition/)
    expect(() => parseCondition("$.a == b")).toThrow(/is no condition/)
  })
})
