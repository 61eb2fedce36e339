import { type Dialect, ok, okText, unknownNames, wholeNumber } from "@/simulators/rest-mdm/dialect"
import { giveToken, takesToken } from "@/simulators/rest-mdm/tokens"
import { listOf, type Seen, secretsOf, slice, type World, written } from "@/simulators/rest-mdm/world"
import { type Asked, parseJson } from "@/simulators/serve"

const token = "fleet-simulator-api-token"
const login = { email: "api@example.test", password: "fleet-simulator-password" }
const base = "/api/v1/fleet"
const refuse = (status: number, message: string) => ({
  status,
  body: JSON.stringify({
    message: status === 401 ? "Authentication failed" : message,
    errors: [{ name: "base", reason: message }],
    uuid: "00000000-0000-4000-8000-000000000000",
  }),
})

/** Fleet (facts C.5): bearer, pages from 0, no total in the list, a count of its own. */
export const fleet: Dialect = {
  settings: (origin) => ({ baseUrl: origin }),
  credentials: { token },
  refuse,
  callOf: ({ url }) => (url.pathname === `${base}/hosts` ? "devices" : "other"),
  answer(world, asked) {
    const { method, url, headers, body } = asked
    if (url.pathname === `${base}/login` && method === "POST") {
      const given = parseJson(body)
      const isRight = JSON.stringify(given) === JSON.stringify(login)
      return isRight
        ? ok({ user: { email: login.email }, token: giveToken(world) })
        : refuse(401, "wrong password")
    }
    if (headers.authorization !== `Bearer ${token}` && !takesToken(world, headers.authorization))
      return refuse(401, "Authentication required")
    if (method !== "GET") return refuse(405, "method not allowed")
    switch (url.pathname) {
      case `${base}/me`:
        return ok({ user: { email: login.email, global_role: "observer" } })
      case `${base}/hosts/count`:
        return ok({ count: listOf(world).length + (world.faults.find("wrong_total")?.by ?? 0) })
      case `${base}/hosts`:
        return listHosts(world, asked)
      default:
        return refuse(404, "no such resource")
    }
  },
}

const known = [
  "page",
  "per_page",
  "order_key",
  "order_direction",
  "team_id",
  "status",
  "query",
  "device_mapping",
]

function listHosts(world: World, asked: Asked) {
  const [unknown] = unknownNames(asked, known)
  if (unknown !== undefined) return refuse(422, `unknown parameter ${unknown}`)
  const { searchParams: query } = asked.url
  if (query.has("order_direction") && !query.has("order_key"))
    return refuse(400, "order_direction needs order_key")
  const page = wholeNumber(query.get("page") ?? 0, { min: 0, max: 1_000_000 })
  const size = wholeNumber(query.get("per_page") ?? (query.has("page") ? 20 : 10_000_000), {
    min: 1,
    max: 10_000_000,
  })
  if (page === null || size === null) return refuse(422, "page and per_page must be whole numbers")
  const list = listOf(world)
  if (page * pageSizeOf(world, size) >= list.length + 2 * size) return refuse(422, "page is beyond the end")
  const { items } = slice(world, list, { page, size })
  const withUsers = query.get("device_mapping") === "true"
  return okText(
    written(
      (hosts) => ({ hosts }),
      items,
      (device) => write(device, world, withUsers),
    ),
  )
}

const pageSizeOf = ({ faults }: World, size: number): number =>
  Math.min(size, faults.find("small_pages")?.perPage ?? size)

const platforms = { mac: "darwin", ipad: "ipados", iphone: "ios", tv: "tvos" }

function write(device: Seen, world: World, withUsers: boolean) {
  return {
    ...(device.id === null ? {} : { id: device.id }),
    uuid: device.uuid,
    hostname: `host-${device.id}.local`,
    computer_name: `host-${device.id}`,
    display_name: device.name,
    platform: platforms[device.platform],
    os_version: `${device.platform === "mac" ? "macOS" : "iOS"} ${device.os}`,
    hardware_vendor: "Apple Inc.",
    hardware_model: device.identifier,
    hardware_serial: device.serial ?? "",
    primary_ip: "10.0.0.7",
    primary_mac: "aa:bb:cc:00:00:07",
    seen_time: new Date(device.lastSeen).toISOString(),
    last_enrolled_at: "2025-02-26T22:33:12Z",
    status: device.online ? "online" : "offline",
    team_id: null,
    team_name: null,
    memory: 17_179_869_184,
    ...(withUsers && device.user !== null
      ? { device_mapping: [{ email: `${device.user}@example.test`, source: "google_chrome_profiles" }] }
      : {}),
    mdm: { enrollment_status: "On (automatic)", name: "Fleet", server_url: "https://fleet.example.test/mdm" },
    ...secretsOf(world),
  }
}
