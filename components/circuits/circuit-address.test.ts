import { expect, test } from "vitest"
import { filterOf, readAddress, writeAddress } from "./circuit-address"

test("O-LIMITS what no database can look for is left out of the address of the circuits", () => {
  const address = readAddress(new URLSearchParams("search=%00oak%00&status=%00ACTIV&region=No%00rth"))
  expect(address).toMatchObject({ search: "oak", status: "ACTIV", region: "North" })
})

test("S2-UISTATE pinned and hidden circuits are asked for by the address", () => {
  const address = readAddress(new URLSearchParams("pinned=yes&hidden=yes"))
  expect(filterOf(address)).toMatchObject({ pinned: true, includeHidden: true })
  expect(writeAddress(address)).toBe("/circuits?pinned=yes&hidden=yes")
  expect(filterOf(readAddress(new URLSearchParams("pinned=no")))).not.toHaveProperty("pinned")
})
