import { expect, it } from "vitest"
import type { Json } from "@/lib/domain/json"
import { transform } from "@/lib/providers/rest-mdm/config/fields"
import { transformed } from "./transform"

const cases: [unknown[], Json, Json][] = [
  [["trim", "upper"], " c02x ", "C02X"],
  [["lower"], "Ana@Example.Test", "ana@example.test"],
  [["empty_to_null"], "  ", null],
  [["first"], [null, "", "a", "b"], "a"],
  [["join"], ["a", 2, null], "a, 2"],
  [[{ join: "/" }], ["a", "b"], "a/b"],
  [["to_string"], 7, "7"],
  [["bool"], "1", true],
  [["bool"], "No", false],
  [["bool"], "perhaps", null],
  [["number"], "12.5", 12.5],
  [["number"], "twelve", null],
  [["datetime"], "2025-12-13 19:14:20.455640+00:00", "2025-12-13T19:14:20.455Z"],
  [["datetime"], "1765000000", "2025-12-06T05:46:40.000Z"],
  [["datetime"], 1_765_000_000_000, "2025-12-06T05:46:40.000Z"],
  [["datetime"], "0001-01-01T00:00:00Z", null],
  [["strip_domain"], "CORP\\sam", "sam"],
  [["strip_domain"], "sam@example.test", "sam"],
  [[{ const: "x" }], null, "x"],
  [[{ template: "m-{{value}}" }], 41, "m-41"],
  [[{ template: "m-{{value}}" }], null, null],
  [[{ template: "[{{value}}]" }], "a$&b$$c$'", "[a$&b$$c$']"],
  [[{ map: { on: true } }], "on", true],
  [[{ map: { on: true } }], "off", "off"],
  [[{ map: { on: true }, otherwise: null }], "off", null],
  [["trim"], { not: "text" }, { not: "text" }],
]

it.each(cases)("%j makes of %j: %j", (transforms, value, made) => {
  expect(
    transformed(
      value,
      transforms.map((one) => transform.parse(one)),
    ),
  ).toEqual(made)
})
