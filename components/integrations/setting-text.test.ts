import { expect, it } from "vitest"
import type { Json } from "@/lib/domain/json"
import type { ProviderField } from "@/lib/domain/provider"
import { settingAsText, settingFromText } from "./setting-text"

const field = (kind: ProviderField["kind"]): ProviderField => ({
  key: "k",
  label: "K",
  help: "",
  kind,
  required: false,
})

it.each([
  ["text", "7", "7"],
  ["number", "7.5", 7.5],
  ["number", "seven", "seven"],
  ["switch", "true", true],
  ["switch", "false", false],
  ["json", '{"a":[1]}', { a: [1] }],
  ["json", "{oops", "{oops"],
] as const)("S4-WIZARD gives a %s typed as %s to the provider as %j", (kind, text, value) => {
  expect(settingFromText(field(kind), text)).toEqual(value)
})

it.each([
  ["number", 7.5],
  ["switch", true],
  ["switch", false],
  ["json", { a: [1] }],
  ["text", "plain"],
] satisfies [ProviderField["kind"], Json][])(
  "S4-WIZARD shows a stored %s as text that says the same",
  (kind, value) => {
    expect(settingFromText(field(kind), settingAsText(field(kind), value))).toEqual(value)
  },
)
