import { expect, test } from "vitest"
import { valuesOf } from "@/components/address/known-value"
import { catalog } from "@/lib/providers/catalog"
import { providerMarks } from "./provider-marks"

test.each(valuesOf(catalog))("%s goes by the same name on cards as in the catalog", (id) => {
  expect(providerMarks[id].name).toBe(catalog[id].name)
})
