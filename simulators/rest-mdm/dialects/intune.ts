import { type Dialect, ok, okText, unknownNames, wholeNumber } from "@/simulators/rest-mdm/dialect"
import { giveToken, takesToken } from "@/simulators/rest-mdm/tokens"
import { listOf, type Seen, secretsOf, slice, type World, written } from "@/simulators/rest-mdm/world"
import type { Asked } from "@/simulators/serve"

const credentials = { clientId: "intune-simulator-client", clientSecret: "intune-simulator-secret" }
const tenantId = "99999999-0000-4000-8000-000000000001"
const scope = "https://graph.microsoft.com/.default"
const path = "/v1.0/deviceManagement/managedDevices"
const refuse = (status: number, message: string) => ({
  status,
  body: JSON.stringify({
    error: { code: status === 401 ? "InvalidAuthenticationToken" : "BadRequest", message, innerError: {} },
  }),
})

/** Intune over Microsoft Graph (facts C.2): a token of another host's, and the whole address of the next page. */
export const intune: Dialect = {
  settings: (origin) => ({ baseUrl: origin, loginUrl: origin, tenantId }),
  credentials,
  refuse,
  callOf: ({ url }) => (url.pathname === path ? "devices" : "other"),
  answer(world, asked) {
    const { method, url } = asked
    if (method === "POST" && url.pathname === `/${tenantId}/oauth2/v2.0/token`)
      return giveAccess(world, asked)
    if (method !== "GET" || url.pathname !== path) return refuse(404, "Resource not found.")
    if (!takesToken(world, asked.headers.authorization))
      return refuse(401, "Access token is empty or has expired.")
    return listDevices(world, asked)
  },
}

function giveAccess(world: World, { body }: Asked) {
  const form = new URLSearchParams(body)
  const isRight =
    form.get("grant_type") === "client_credentials" &&
    form.get("client_id") === credentials.clientId &&
    form.get("client_secret") === credentials.clientSecret &&
    form.get("scope") === scope
  if (!isRight)
    return {
      status: 401,
      body: JSON.stringify({ error: "invalid_client", error_description: "AADSTS7000215" }),
    }
  return ok({ token_type: "Bearer", expires_in: 3599, access_token: giveToken(world) })
}

function listDevices(world: World, asked: Asked) {
  const [unknown] = unknownNames(asked, ["$select", "$top", "$filter", "$skiptoken"])
  if (unknown !== undefined) return refuse(400, `Unrecognized query parameter ${unknown}.`)
  const { searchParams: query } = asked.url
  const size = wholeNumber(query.get("$top") ?? 1000, { min: 1, max: 1000 })
  const from = wholeNumber(query.get("$skiptoken")?.replace(/^at-/, "") ?? 0, { min: 0, max: 10_000_000 })
  if (size === null || from === null) return refuse(400, "$top or $skiptoken is not valid.")
  const wanted = query.get("$select")?.split(",") ?? null
  const { items, more, to } = slice(world, listOf(world), { from, size })
  const isForeign = world.faults.find("foreign_next") !== null
  const next = new URL(`http://${isForeign ? "elsewhere.example.test" : asked.headers.host}${path}`)
  for (const name of ["$select", "$top"])
    if (query.has(name)) next.searchParams.set(name, query.get(name) ?? "")
  next.searchParams.set("$skiptoken", `at-${to}`)
  return okText(
    written(
      (value) => ({
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata",
        ...(more ? { "@odata.nextLink": next.href } : {}),
        value,
      }),
      items,
      (device) => ({ ...chosen(write(device), wanted), ...secretsOf(world) }),
    ),
  )
}

const chosen = (device: Record<string, unknown>, wanted: string[] | null) =>
  wanted === null
    ? device
    : Object.fromEntries(Object.entries(device).filter(([key]) => wanted.includes(key)))

const systems = { mac: "macOS", ipad: "iOS", iphone: "iOS", tv: "tvOS" }

function write(device: Seen): Record<string, unknown> {
  return {
    ...(device.uuid === null ? {} : { id: device.uuid }),
    deviceName: device.name,
    managedDeviceName: `u_${device.platform}_${device.id}`,
    serialNumber: device.serial ?? "Defaultstring",
    manufacturer: "Apple",
    model: device.model,
    operatingSystem: systems[device.platform],
    osVersion: device.os,
    userPrincipalName: device.user === null ? "" : `${device.user}@example.test`,
    userDisplayName: device.user ?? "",
    emailAddress: "",
    enrolledDateTime: "2025-03-01T10:00:00Z",
    lastSyncDateTime: new Date(device.lastSeen).toISOString(),
    complianceState: "compliant",
    managementAgent: "mdm",
    managedDeviceOwnerType: "company",
    isEncrypted: true,
    isSupervised: false,
    azureADDeviceId: "00000000-0000-0000-0000-000000000000",
    wiFiMacAddress: "AABBCC001122",
  }
}
