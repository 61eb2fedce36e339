import { expect, test } from "vitest"
import { filterOf, lookupOf, readAddress, versionsPath, writeAddress } from "./list-address"

const source = "01990000-0000-7000-8000-000000000001"
const read = (query: string) => readAddress(new URLSearchParams(query))

test("S1-READ the page's address is read, written back and asked for", () => {
  const query = `list=iso-codes&source=${source}&search=br&page=abc`
  expect(writeAddress(read(query))).toBe(`/ineligible-items?${query}`)
  expect(filterOf(read(query))).toEqual({
    list: "iso-codes",
    integrationId: source,
    limit: 50,
    search: "br",
    cursor: "abc",
  })
  expect(writeAddress(read(""))).toBe("/ineligible-items")
})

test("S1-READ what cannot be right counts as not given", () => {
  expect(read(`list=nothing&source=me&country=${"x".repeat(11)}`)).toMatchObject({
    list: "ineligible-items",
    source: "",
    country: "",
  })
})

test("S1-READ something is looked up once both a country and a code are given", () => {
  expect(lookupOf(read("country=BR"))).toBeNull()
  expect(lookupOf(read("country=BR&code=0207&treatment=dried"))).toEqual({
    list: "ineligible-items",
    limit: 200,
    country: "BR",
    commodity_code: "0207",
    type_of_treatment: "dried",
  })
})

test("S1-READ versions have an address of their own", () => {
  expect(versionsPath({ list: "ineligible-items" })).toBe("/ineligible-items/versions")
  expect(versionsPath({ list: "iso-codes", integrationId: source })).toBe(
    `/ineligible-items/versions?list=iso-codes&source=${source}`,
  )
})
