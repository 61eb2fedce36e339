import { expect, test } from "vitest"
import { mappingOf, pathOf, withPath, withSuggestions } from "./mapping-text"

test("N-FIELDMAP a path is put into the mapping, and taken out again", () => {
  const filled = withPath("", "serial_number", "$.serial")
  expect(mappingOf(filled)).toEqual({ serial_number: "$.serial" })
  expect(withPath(filled, "serial_number", " ")).toBe("")
})

test("a field that says more than its path keeps the rest", () => {
  const text = '{"serial_number":{"path":["$.a","$.b"],"transform":"upper"}}'
  expect(pathOf(text, "serial_number")).toBe("$.a")
  expect(mappingOf(withPath(text, "serial_number", "$.c"))).toEqual({
    serial_number: { path: "$.c", transform: "upper" },
  })
})

test("suggestions never go over what somebody has set", () => {
  const text = withSuggestions('{"name":"$.label"}', { name: "$.name", external_id: "$.id" })
  expect(mappingOf(text)).toEqual({ name: "$.label", external_id: "$.id" })
})

test("a text that is no mapping is none", () => {
  expect([mappingOf("[]"), mappingOf("{"), mappingOf("7")]).toEqual([null, null, null])
  expect(pathOf("{", "name")).toBe("")
})
