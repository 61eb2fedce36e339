import { expect, test } from "vitest"
import { signSas } from "./sas-token"

const policy = {
  hostName: "contoso-hub.azure-devices.net",
  policy: "iothubowner",
  key: "KpdRbDVLaISM29j1SiJqClWyHtE44getbFy7nACqWuo=",
}

test("S3-AZURE-DEVICES signs as Azure's own client does (test vector of the provider facts), for an hour", () => {
  const token = signSas(policy, (1_800_000_000 - 3600) * 1000)
  expect(token.split(" ")[0]).toBe("SharedAccessSignature")
  expect(token.slice("SharedAccessSignature ".length).split("&").sort()).toEqual([
    "se=1800000000",
    "sig=fVjzU20RCG6UlssPbSAAkoI5keJvCG%2FQrJ2kRZidRdA%3D",
    "skn=iothubowner",
    "sr=contoso-hub.azure-devices.net",
  ])
})
