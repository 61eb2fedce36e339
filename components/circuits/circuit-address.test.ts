import { expect, test } from "vitest"
import { readAddress } from "./circuit-address"

test("O-LIMITS what no database can look for is left out of the address of the circuits", () => {
  const address = readAddress(new URLSearchParams("search=%00oak%00&status=%00ACTIV&region=No%00rth"))
  expect(address).toMatchObject({ search: "oak", status: "ACTIV", region: "North" })
})
