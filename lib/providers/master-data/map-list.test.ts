import { expect, test } from "vitest"
import { z } from "zod"
import { ineligibleItems } from "@/lib/domain/ineligible-items"
import { isoCodes } from "@/lib/domain/iso-codes"
import type { Json } from "@/lib/domain/json"
import { listItem } from "@/lib/domain/list-definition"
import type { SourceRecord } from "@/lib/domain/session"
import { mapList } from "./map-list"

const sound = { country_of_origin: "BR", commodity_code: "0207", type_of_treatment: null }
const held = z.object({ item: listItem })
const itemsOf = (records: SourceRecord[]) => records.map(({ fields }) => held.parse(fields).item)
const itemsIn = (json: Json) => itemsOf(mapList(json, ineligibleItems).records)

test("S1-FORMS keys beside those of an item are left behind, and blanks around values", () => {
  const odd = { ...sound, id: "x", last_modified: 17, country_of_origin: " br ", note: { deep: [1] } }
  expect(itemsIn([odd])).toEqual([{ ...sound, country_of_origin: "br" }])
  expect(itemsIn({ total: 1, ineligibleItems: [odd] })).toHaveLength(1)
})

test("S1-FORMS no treatment is told by null, by nothing and by an empty text", () => {
  const { type_of_treatment: _, ...without } = sound
  expect(itemsIn([sound, without, { ...sound, type_of_treatment: "  " }])).toEqual([sound, sound, sound])
})

test.each<[string, Json, string]>([
  ["a code as a number", { ...sound, commodity_code: 207 }, "leading zeros"],
  ["no code", { country_of_origin: "BR" }, "commodity_code is not a text"],
  ["a name for a code", { ...sound, commodity_code: "poultry" }, "2 to 14 digits"],
  ["a country's name", { ...sound, country_of_origin: "Brazil" }, "two letters"],
  ["no country", { ...sound, country_of_origin: null }, "country_of_origin is not a text"],
  ["an exception from nothing", { ...sound, type_of_treatment: "!" }, "exception from nothing"],
  ["a treatment as a list", { ...sound, type_of_treatment: ["dried"] }, "neither a text nor null"],
  ["null", null, "no object"],
  ["a text", "BR", "no object"],
])("S1-GUARD S3-ISOLATE %s is a fault of that item alone", (_, item, said) => {
  const { records, rejects } = mapList([sound, item], ineligibleItems)
  expect(records).toHaveLength(1)
  expect(rejects).toMatchObject([{ reason: "invalid", message: expect.stringContaining(said) }])
  expect(rejects[0]?.path).toMatch(/^\[1\]/)
})

test.each<[string, Json]>([
  ["null", null],
  ["an object without the list", { items: [sound] }],
  ["an object whose list is null", { ineligibleItems: null }],
  ["a text", "none"],
])("S1-FORMS %s is no list, and not an empty one", (_, json) => {
  expect(() => mapList(json, ineligibleItems)).toThrow("holds no list")
})

test("S1-MORE of ISO codes only effectiveAlpha2 is kept, in capitals; entries without one are left out", () => {
  const { records, rejects, skipped } = mapList(
    [
      { effectiveAlpha2: "ad", name: "A" },
      { effectiveAlpha2: null },
      { effectiveAlpha2: "X" },
      "gb",
      { effectiveAlpha2: "ABC" },
    ],
    isoCodes,
  )
  expect(itemsOf(records)).toEqual([{ code: "AD" }, { code: "X" }, { code: "GB" }])
  expect([rejects.length, skipped]).toEqual([1, 1])
})
