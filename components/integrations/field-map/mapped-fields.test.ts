import { expect, test } from "vitest"
import type { SourceSample } from "@/lib/domain/source-sample"
import { mappedFields } from "./mapped-fields"

const sample: SourceSample = {
  count: 2,
  items: [{}, {}],
  found: [
    { path: "$.serial", filled: 2, example: "C1" },
    { path: "$.label", filled: 1, example: "ops-mac-1" },
  ],
  fields: [{ field: "serial_number", paths: ["$.serial"], filled: 2, example: "C1" }],
  devices: [],
  rejects: [],
  suggested: {},
}
const seen = (mapping: string | null) =>
  Object.fromEntries(
    mappedFields(sample, mapping).map(({ field, filled, example }) => [field, [filled, example]]),
  )

test("N-FIELDMAP a path that was just chosen shows what stands there in the sample, before it is fetched again", () => {
  expect(seen('{"serial_number":"$.serial","name":"$.label"}')).toMatchObject({
    serial_number: [2, "C1"],
    name: [1, "ops-mac-1"],
    model: [null, null],
  })
  expect(seen('{"serial_number":"$.label","name":"$.nowhere"}')).toMatchObject({
    serial_number: [1, "ops-mac-1"],
    name: [null, null],
  })
  expect(seen(null)).toEqual({ serial_number: [2, "C1"] })
})
