import { describe, expect, it } from "vitest"
import { isSecretEntry, redact } from "./redact"

describe("S0-AUDIT secrets in stored replies", () => {
  it("blanks v2 facts by their identifier and says where", () => {
    const text = JSON.stringify({
      items: [
        { agentid: "a", facts: { recovery_key: { type: "string", value: "ABCD", error_msg: "" } } },
        { agentid: "b", facts: { recovery_key: { type: "string", value: "EFGH", error_msg: "" } } },
      ],
    })
    const { text: stored, paths } = redact(text)
    expect(paths).toEqual(["items[*].facts.recovery_key.value"])
    expect(JSON.parse(stored).items[1]).toEqual({
      agentid: "b",
      facts: { recovery_key: { type: "string", value: "[redacted]", error_msg: "" } },
    })
  })

  it("blanks v1 labels with spaces", () => {
    const { text, paths } = redact('[{"FileVault Recovery Key":"ABCD","Serial Number":"C02"}]')
    expect(JSON.parse(text)).toEqual([{ "FileVault Recovery Key": "[redacted]", "Serial Number": "C02" }])
    expect(paths).toEqual(['[*]["FileVault Recovery Key"]'])
  })

  it.each([
    "password",
    "managementPassword",
    "FIRMWARE_PASSWORD",
    "recoverykey",
    "Recovery-Key",
    "filevault_key",
    "activationLockBypassCode",
    "activation_bypass_code",
    "unlock_token",
    "Bootstrap Token",
    "client_secret",
    "AppKey",
    "AppSKey",
    "NwkSKey",
    "FNwkSIntKey",
    "primaryKey",
    "sasToken",
    "token",
    "createOptions",
    "createOptions01",
    "SharedAccessKey",
    "cupsCredentialUrl",
    "PIN",
    "location_latitude",
    "geolocation",
    "phone_number",
    "ICCID",
    "imei",
  ])("takes %s for a secret", (key) => {
    expect(redact(JSON.stringify({ [key]: "value-1234" })).text).not.toContain("value-1234")
  })

  it.each([
    "pinned",
    "shipping",
    "location",
    "filevault_enabled",
    "token_count",
    "serial_number",
    "policy_id",
  ])("leaves %s", (key) => {
    expect(redact(JSON.stringify({ [key]: "value-1234", password: "x" })).text).toContain("value-1234")
  })

  it.each([
    "HostName=hub.azure-devices.net;DeviceId=a;SharedAccessKey=c2VjcmV0",
    "SharedAccessSignature sr=hub&sig=c2VjcmV0&se=1",
    "https://store.example/fw.bin?sv=2024&sig=abcdefghijklmnop%3D",
    "-----BEGIN EC PRIVATE KEY-----\nMHcCAQ",
  ])("takes %s for a secret under any name", (value) => {
    expect(JSON.parse(redact(JSON.stringify({ upstream: value, site: "lyon" })).text)).toEqual({
      upstream: "[redacted]",
      site: "lyon",
    })
  })

  it("takes such a text for a secret in a list too, and only that one", () => {
    const { text, paths } = redact('{"hubs":["lyon","HostName=a;SharedAccessKey=c2VjcmV0"]}')
    expect(JSON.parse(text)).toEqual({ hubs: ["lyon", "[redacted]"] })
    expect(paths).toEqual(["hubs[*]"])
  })

  it("blanks what a Greengrass deployment sets in a component: JSON in a text, passwords and all", () => {
    const merge = JSON.stringify({ mqtt: { password: "hunter2" } })
    const components = { Filter: { componentVersion: "1.4.0", configurationUpdate: { merge, reset: [""] } } }
    const { text } = redact(JSON.stringify({ components }))
    expect(text).not.toContain("hunter2")
    expect(text).toContain("1.4.0")
  })

  it("blanks numbers and whole lists, and keeps what tells nothing", () => {
    const { text } = redact(
      '{"pin":1234,"secrets":["a",{"b":"c"}],"password":null,"password_set":true,"passcode":""}',
    )
    expect(JSON.parse(text)).toEqual({
      pin: "[redacted]",
      secrets: ["[redacted]", { b: "[redacted]" }],
      password: null,
      password_set: true,
      passcode: "",
    })
  })

  it("hands back the very text when there is nothing to blank", () => {
    const text = '{ "note": "the password is not here" }'
    expect(redact(text)).toEqual({ text, paths: [] })
  })

  it("keeps nothing of a text with a secret that it cannot look into", () => {
    expect(redact('{"password":"abc"').text).toBe('"[redacted]"')
    expect(redact(`{"password":${"[".repeat(100_000)}"abc"${"]".repeat(100_000)}}`).text).toBe('"[redacted]"')
  })
})

it("S0-AUDIT what tells of people is kept out of stored replies, though it is no secret of a device", () => {
  expect(redact('{"imei":"490154203237518"}').text).not.toContain("4901")
  expect(["imei", "iccid", "location_lat"].map((key) => isSecretEntry(key, "1"))).toEqual([
    false,
    false,
    false,
  ])
  expect(["AppKey", "wifiPassword", "token"].map((key) => isSecretEntry(key, "1"))).toEqual([
    true,
    true,
    true,
  ])
})
