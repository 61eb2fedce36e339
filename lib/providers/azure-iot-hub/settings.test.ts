import { describe, expect, it } from "vitest"
import { accessOf, azureCredentials, azureSettings } from "./settings"

const problem = (value: unknown) => azureSettings.safeParse(value).error?.issues[0]?.message
const connectionString =
  "HostName=Contoso-Hub.azure-devices.net;SharedAccessKeyName=rollcall;SharedAccessKey=a2V5IGtleQ=="
const entra = {
  tenantId: "contoso.com",
  clientId: "app",
  clientSecret: "s3cret",
  hostName: "hub.azure-devices.net",
}
const anyAuth = azureCredentials({ auth: null, hostName: null })

describe("the settings of an Azure IoT Hub integration", () => {
  it("starts without LoRaWAN, with one unit, at the hub's own address", () => {
    expect(azureSettings.parse({ tier: "", endpoint: " " })).toEqual({
      auth: null,
      hostName: null,
      lora: false,
      tier: null,
      units: 1,
      reported: null,
      modelPolicy: "skip",
      defaultModel: null,
      endpoint: null,
      authority: null,
    })
  })

  it("parses what it has parsed to the same", () => {
    const once = azureSettings.parse({ lora: true, tier: "S2", units: 3, endpoint: "http://127.0.0.1:4101/" })
    expect(azureSettings.parse(once)).toEqual(once)
    expect(once.endpoint).toBe("http://127.0.0.1:4101")
  })

  it.each([
    [{ tier: "S9" }, /F1, S1, S2, S3/],
    [{ units: 0 }, /at least 1 unit/],
    [{ units: 1.5 }, /whole number/],
    [{ lora: "yes" }, /true or false/],
    [{ endpoint: "hub" }, /not a URL/],
    [{ endpoint: "ftp://hub" }, /https/],
    [{ endpoint: "https://a:b@hub" }, /passwords/],
    [{ authority: "https://login/?x=1" }, /\?/],
    [{ auth: "magic" }, /"connection-string" or "entra"/],
    [{ policy: "x" }, /policy/],
  ])("O-LIMITS refuses %j in words", (given, words) => {
    expect(problem(given)).toMatch(words)
  })
})

describe("the credentials of an Azure IoT Hub integration", () => {
  it("are a connection string, split at its first equals signs", () => {
    expect(accessOf(anyAuth.parse({ connectionString }))).toEqual({
      kind: "sas",
      hostName: "contoso-hub.azure-devices.net",
      policy: "rollcall",
      key: "a2V5IGtleQ==",
    })
  })

  it("or an application of Entra ID with the hub's name, which may also be a setting", () => {
    expect(accessOf(anyAuth.parse(entra))).toEqual({ kind: "entra", ...entra })
    const { hostName, ...rest } = entra
    expect(accessOf(azureCredentials({ auth: "entra", hostName }).parse(rest))).toMatchObject({ hostName })
  })

  it.each([
    [{}, /Enter the connection string, or a tenant ID/],
    [{ connectionString: "HostName=a.b;SharedAccessKeyName=c" }, /lacks SharedAccessKey\./],
    [{ connectionString: "nonsense" }, /lacks HostName and SharedAccessKeyName and SharedAccessKey/],
    [{ connectionString: `${connectionString};DeviceId=press-07` }, /device's connection string/],
    [{ connectionString: "HostName=a.b;SharedAccessKeyName=c;SharedAccessKey=%%%" }, /not base64/],
    [{ tenantId: "contoso.com" }, /client ID/],
    [{ ...entra, tenantId: "../evil" }, /GUID or a domain/],
  ])("O-LIMITS refuses %j in words that hold no key", (given, words) => {
    const { error } = anyAuth.safeParse(given)
    expect(error?.message).toMatch(words)
    expect(error?.message).not.toContain("a2V5IGtleQ")
  })
})
