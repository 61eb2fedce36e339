import { expect, test } from "vitest"
import { orderFields } from "./order-fields"

test("N-HISTORY fields that every source fills come first, the source's own after them by name", () => {
  const change: [string, string] = ["a", "b"]
  const fields = { "attributes.Zone": change, osVersion: change, "attributes.Battery": change, name: change }
  expect(orderFields(fields).map(([field]) => field)).toEqual([
    "name",
    "osVersion",
    "attributes.Battery",
    "attributes.Zone",
  ])
})
