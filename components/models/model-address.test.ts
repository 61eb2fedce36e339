import { expect, test } from "vitest"
import { filterOf, isFiltered, noFilter, readAddress, writeAddress } from "./model-address"

const id = "01990000-0000-7000-8000-000000000001"

test("the address of the models page says what is shown, and back", () => {
  const address = readAddress(
    new URLSearchParams(`search=pump&kind=edge&source=${id}&status=all&page=a&page=b`),
  )
  expect(writeAddress(address)).toBe(`/models?search=pump&kind=edge&source=${id}&status=all&page=a&page=b`)
  expect(filterOf(address)).toEqual({
    limit: 50,
    search: "pump",
    kind: "edge",
    integrationId: id,
    includeRetired: true,
    cursor: "b",
  })
})

test("O-LIMITS what no database can look for is left out of a search", () => {
  expect(readAddress(new URLSearchParams("search=%00pump%00")).search).toBe("pump")
  expect(readAddress(new URLSearchParams(`search=${"x".repeat(199)}😀`)).search.isWellFormed()).toBe(true)
})

test("what cannot be right counts as not given", () => {
  const address = readAddress(new URLSearchParams("kind=huge&source=x&status=gone"))
  expect(address).toEqual({ ...noFilter, pages: [] })
  expect(isFiltered(address)).toBe(false)
  expect(writeAddress(address)).toBe("/models")
})
