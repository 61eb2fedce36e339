import { type Dialect, isBasic, ok, okText, unknownNames, wholeNumber } from "@/simulators/rest-mdm/dialect"
import { giveToken, takesToken } from "@/simulators/rest-mdm/tokens"
import { listOf, type Seen, secretsOf, slice, type World, written } from "@/simulators/rest-mdm/world"
import type { Asked } from "@/simulators/serve"

const credentials = { clientId: "jamf-simulator-client", clientSecret: "jamf-simulator-client-secret" }
const user = { username: "jamf-simulator-user", password: "jamf-simulator-password" }
const refuse = (status: number, message: string) => ({
  status,
  body: JSON.stringify({
    httpStatus: status,
    errors: [
      { code: status === 403 ? "INVALID_PRIVILEGE" : "INVALID", description: message, id: "0", field: null },
    ],
  }),
})

/** Jamf Pro (facts C.1): short-lived tokens, three versions of the inventory, pages from 0 with a total. */
export const jamfPro: Dialect = {
  settings: (origin) => ({ baseUrl: origin }),
  credentials,
  refuse,
  callOf: ({ url }) => (url.pathname.endsWith("/computers-inventory") ? "devices" : "other"),
  answer(world, asked) {
    const { method, url } = asked
    const isOld = world.faults.find("old_version") !== null
    if (method === "POST" && url.pathname === (isOld ? "/api/oauth/token" : "/api/v1/oauth/token"))
      return clientToken(world, asked)
    if (method === "POST" && url.pathname === "/api/v1/auth/token")
      return isBasic(asked, user.username, user.password)
        ? ok({ token: giveToken(world), expires: new Date(world.now() + 1_200_000).toISOString() })
        : refuse(401, "wrong user name or password")
    const version = /^\/api\/v([123])\/computers-inventory$/.exec(url.pathname)?.[1]
    const newest = world.faults.find("old_version")?.newest ?? 3
    if (method !== "GET" || version === undefined || Number(version) > newest) return refuse(404, "not found")
    if (!takesToken(world, asked.headers.authorization)) return refuse(401, "token is not valid")
    return listComputers(world, asked)
  },
}

function clientToken(world: World, { headers, body }: Asked) {
  if (!headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
    return refuse(415, "a form is expected")
  const form = new URLSearchParams(body)
  const isRight =
    form.get("grant_type") === "client_credentials" &&
    form.get("client_id") === credentials.clientId &&
    form.get("client_secret") === credentials.clientSecret
  if (!isRight) return { status: 401, body: JSON.stringify({ error: "invalid_client" }) }
  return ok({ access_token: giveToken(world), scope: "api-role:1", token_type: "Bearer", expires_in: 59 })
}

const sections = ["GENERAL", "HARDWARE", "USER_AND_LOCATION", "OPERATING_SYSTEM"]

function listComputers(world: World, asked: Asked) {
  const [unknown] = unknownNames(asked, ["section", "page", "page-size", "sort", "filter"])
  if (unknown !== undefined) return refuse(400, `unknown parameter ${unknown}`)
  const { searchParams: query } = asked.url
  const asks = query.getAll("section").flatMap((text) => text.split(","))
  const wanted = new Set(asks.length === 0 ? ["GENERAL"] : asks)
  if (asks.some((section) => !sections.includes(section))) return refuse(400, "unknown section")
  const size = wholeNumber(query.get("page-size") ?? 100, { min: 1, max: 2000 })
  const list = listOf(world)
  const page = wholeNumber(query.get("page") ?? 0, { min: 0, max: 1_000_000 })
  if (size === null || page === null) return refuse(400, "page or page-size is out of bounds")
  const { items, total } = slice(world, list, { page, size })
  return okText(
    written(
      (results) => ({ totalCount: total, results }),
      items,
      (device) => write(device, world, wanted),
    ),
  )
}

function write(device: Seen, world: World, wanted: Set<string>) {
  const section = (name: string, value: object) => (wanted.has(name) ? value : null)
  return {
    ...(device.id === null ? {} : { id: String(device.id) }),
    udid: device.uuid,
    general: section("GENERAL", {
      name: device.name,
      assetTag: `A-${device.id}`,
      platform: "Mac",
      lastContactTime: new Date(device.lastSeen).toISOString(),
      reportDate: new Date(device.lastSeen - 3_600_000).toISOString(),
      managementId: `m-${device.id}`,
      remoteManagement: { managed: true },
      supervised: device.drawn % 2 === 0,
    }),
    hardware: section("HARDWARE", {
      make: "Apple",
      model: device.model,
      modelIdentifier: device.identifier,
      serialNumber: device.serial,
    }),
    userAndLocation: section("USER_AND_LOCATION", {
      username: device.user,
      realname: device.user,
      email: device.user === null ? null : `${device.user}@example.test`,
    }),
    operatingSystem: section("OPERATING_SYSTEM", { name: "macOS", version: device.os, build: "23F79" }),
    ...secretsOf(world),
  }
}
