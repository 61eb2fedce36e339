import { describe, expect, it } from "vitest"
import { assertAddressAllowed, assertUrlAllowed } from "./address-guard"
import { readAllowList } from "./allow-list"

const nothing = readAllowList([])
const refusal = (url: string, allowed = nothing) => {
  try {
    assertUrlAllowed(new URL(url), allowed)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : "?"
  }
}

describe("O-LIMITS which addresses a connector may reach", () => {
  it.each([
    "https://127.0.0.1/api",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://017700000001/",
    "https://0.0.0.0/",
    "https://10.1.2.3/",
    "https://172.16.0.1/",
    "https://192.168.1.1/",
    "https://100.64.0.1/",
    "https://169.254.169.254/latest/meta-data",
    "https://168.63.129.16/",
    "https://192.0.0.192/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[fd00:ec2::254]/",
    "https://[fe80::1]/",
  ])("refuses %s and names the setting that would allow it", (url) => {
    expect(refusal(url)).toContain("ROLLCALL_ALLOWED_PRIVATE_HOSTS")
  })

  it.each(["https://api.addigy.com/api/v2", "https://93.184.216.34/", "https://[2606:4700::1111]/"])(
    "lets %s pass",
    (url) => {
      expect(refusal(url)).toBeNull()
    },
  )

  it("tells whether whole blocks are allowed, in which names may lie that nobody listed", () => {
    const entries = ["10.0.0.0/8", "10.0.0.4", "mdm.internal", "fd00::/8"]
    expect(entries.map((entry) => readAllowList([entry]).hasBlocks)).toEqual([true, false, false, true])
  })

  it("refuses plain http to a public address", () => {
    expect(refusal("http://93.184.216.34/")).toContain("unencrypted")
  })

  it("refuses other schemes and user names in the address", () => {
    expect(refusal("file:///etc/passwd")).toContain("https://")
    expect(refusal("https://user:word@api.addigy.com/")).toContain("credentials")
  })

  it.each([
    ["127.0.0.1", "http://127.0.0.1:99/"],
    ["127.0.0.0/8", "http://127.9.9.9/"],
    ["10.0.0.0/8,192.168.0.0/16", "https://192.168.7.7/"],
    ["::1", "http://[::1]:80/"],
    ["fd00::/8", "https://[fd12::1]/"],
    ["10.0.0.0/8", "https://[::ffff:10.0.0.1]/"],
  ])("lets an admin allow %s", (entries, url) => {
    expect(refusal(url, readAllowList(entries.split(",")))).toBeNull()
  })

  it("judges a name by the address it has, unless the name is allowed", () => {
    const target = { host: "mdm.internal", address: "10.0.0.5", protocol: "https:" }
    expect(() => assertAddressAllowed({ ...target, allowed: nothing })).toThrow("mdm.internal (10.0.0.5)")
    expect(() => assertAddressAllowed({ ...target, allowed: readAllowList(["MDM.internal"]) })).not.toThrow()
    expect(() => assertAddressAllowed({ ...target, allowed: readAllowList(["10.0.0.4"]) })).toThrow()
  })
})
