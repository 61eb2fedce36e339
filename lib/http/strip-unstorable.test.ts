import { expect, it } from "vitest"
import { stripUnstorable } from "./strip-unstorable"

const strip = (text: string) => stripUnstorable(JSON.parse(text), text)

it("takes NUL out of values and keys, at any depth, and counts it", () => {
  expect(strip('{"a\\u0000b":["x\\u0000\\u0000y",{"c":"\\u0000"}]}')).toEqual({
    json: { ab: ["xy", { c: "" }] },
    stripped: 4,
  })
})

it("takes out half of a surrogate pair and leaves whole ones", () => {
  expect(strip('["\\ud83d\\ude00","a\\ud83d","\\uDE00b"]')).toEqual({ json: ["😀", "a", "b"], stripped: 2 })
})

it("leaves everything else as it is", () => {
  const text = '{"name":"\\\\u0000 written out","n":1}'
  expect(strip(text)).toEqual({ json: { name: "\\u0000 written out", n: 1 }, stripped: 0 })
})
