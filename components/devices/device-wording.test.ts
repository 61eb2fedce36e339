import { expect, test } from "vitest"
import { fieldName, titleOf, typeWords, valueWords } from "./device-wording"

test("S3-VERSION a module in the history tells what it is meant to run", () => {
  expect(fieldName("modules.filter")).toBe("Module filter")
  const value = { image: "registry.example/filter:1.4", version: null, desiredStatus: "running" }
  expect(valueWords("modules.filter", value)).toBe("registry.example/filter:1.4, running")
})

test("N-HISTORY fields and values are told in words", () => {
  expect(fieldName("serialNumber")).toBe("Serial number")
  expect(fieldName("attributes.FileVault Enabled")).toBe("FileVault Enabled")
  expect(valueWords("type", "apple-tv")).toBe("Apple TV")
  expect(valueWords("name", "apple-tv")).toBe("apple-tv")
  expect(valueWords("name", null)).toBe("–")
  expect(valueWords("attributes.x", ["a", 1])).toBe("a, 1")
  expect(valueWords("attributes.x", [])).toBe("none")
  expect(valueWords("attributes.x", [{ a: 1 }])).toBe('[{"a":1}]')
  expect(valueWords("attributes.x", { "com.example.Filter": "1.5.0", retries: 2 })).toBe(
    "com.example.Filter 1.5.0, retries 2",
  )
  expect(valueWords("attributes.x", { deep: { er: 1 } })).toBe('{"deep":{"er":1}}')
  expect(valueWords("attributes.x", false)).toBe("No")
})

test("a device without a name is called by its serial number", () => {
  expect(titleOf({ name: null, serialNumber: "C02" })).toBe("C02")
  expect(titleOf({ name: null, serialNumber: null })).toBe("Unnamed device")
})

test("S3-AZURE-EDGE what an IoT cloud knows is called by its kind, everything else by its type", () => {
  expect(typeWords({ type: "unknown", kind: "edge" })).toBe("Edge device")
  expect(typeWords({ type: "ipad", kind: "standard" })).toBe("iPad")
})
