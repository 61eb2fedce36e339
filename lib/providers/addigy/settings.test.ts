import { describe, expect, it } from "vitest"
import { addigyCredentials, addigySettings, baseUrlOf } from "./settings"

const problem = (value: unknown) => addigySettings.safeParse(value).error?.issues[0]?.message

describe("the settings of an Addigy integration", () => {
  it("starts with v2 and all policies", () => {
    expect(addigySettings.parse({})).toEqual({ apiVersion: "v2", policyId: null, baseUrl: null })
    expect(addigySettings.parse({ policyId: "  ", baseUrl: "" })).toMatchObject({
      policyId: null,
      baseUrl: null,
    })
  })

  it("parses what it has parsed to the same", () => {
    const once = addigySettings.parse({
      apiVersion: "v1",
      policyId: " p ",
      baseUrl: "https://prod.addigy.com/api/",
    })
    expect(addigySettings.parse(once)).toEqual(once)
    expect(once).toEqual({ apiVersion: "v1", policyId: "p", baseUrl: "https://prod.addigy.com/api" })
  })

  it.each([
    [{ apiVersion: "v3" }, /"v2" or "v1"/],
    [{ baseUrl: "addigy" }, /not a URL/],
    [{ baseUrl: "ftp://x" }, /https/],
    [{ baseUrl: "https://a:b@x/" }, /passwords/],
    [{ baseUrl: "https://x/?key=1" }, /\?/],
    [{ policy: "x" }, /policy/],
  ])("refuses %j", (value, message) => {
    expect(problem(value)).toMatch(message)
  })

  it("knows the usual addresses, completes a bare one of Addigy's, and leaves others alone", () => {
    const url = (apiVersion: "v1" | "v2", baseUrl: string | null) =>
      baseUrlOf({ apiVersion, policyId: null, baseUrl })
    expect(url("v2", null)).toBe("https://api.addigy.com/api/v2")
    expect(url("v1", null)).toBe("https://prod.addigy.com/api")
    expect(url("v1", "https://eu.addigy.com")).toBe("https://eu.addigy.com/api")
    expect(url("v2", "http://127.0.0.1:9")).toBe("http://127.0.0.1:9")
  })

  it("asks for the credentials of the version", () => {
    expect(addigyCredentials("v2").safeParse({}).error?.issues[0]?.message).toBe("Enter the API key.")
    expect(addigyCredentials("v2").safeParse({ apiKey: "a b" }).error?.issues[0]?.message).toContain(
      "Paste it again",
    )
    expect(addigyCredentials("v2").parse({ apiKey: " key ", clientId: "" })).toEqual({ apiKey: "key" })
    expect(addigyCredentials("v1").safeParse({ clientId: "a" }).error?.issues[0]?.message).toBe(
      "Enter the client secret.",
    )
  })
})
