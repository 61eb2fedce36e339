import { describe, expect, test } from "vitest"
import { filterOf, isFiltered, readAddress, writeAddress } from "./device-address"

const source = "01990000-0000-7000-8000-000000000002"

describe("the address of the devices page", () => {
  test("is empty as long as nothing is chosen", () => {
    const usual = readAddress(new URLSearchParams())
    expect(writeAddress(usual)).toBe("/devices")
    expect(isFiltered(usual)).toBe(false)
    expect(filterOf(usual)).toEqual({ limit: 50, sort: "name" })
  })

  test("keeps search, filters, order and the pages gone through", () => {
    const text = `search=mac+book&kind=edge&type=ipad&source=${source}&status=all&sort=-model&asOf=2026-11-22T04%3A00%3A00.000Z&page=one&page=two`
    const read = readAddress(new URLSearchParams(text))
    expect(writeAddress(read)).toBe(`/devices?${text}`)
    expect(filterOf(read)).toEqual({
      limit: 50,
      sort: "-model",
      search: "mac book",
      kind: "edge",
      type: "ipad",
      integrationId: source,
      includeRetired: true,
      asOf: "2026-11-22T04:00:00.000Z",
      cursor: "two",
    })
  })

  test("asks for removed devices alone", () => {
    expect(filterOf(readAddress(new URLSearchParams("status=retired")))).toMatchObject({ status: "retired" })
  })

  test("passes over what cannot be right", () => {
    const read = readAddress(new URLSearchParams("type=toaster&source=x&status=?&sort=colour&asOf=yesterday"))
    expect(writeAddress(read)).toBe("/devices")
  })
})
