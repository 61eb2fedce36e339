import { type Dialect, okText, unknownNames, wholeNumber } from "@/simulators/rest-mdm/dialect"
import { listOf, type Seen, secretsOf, slice, type World, written } from "@/simulators/rest-mdm/world"
import type { Asked } from "@/simulators/serve"

const token = "kandji-simulator-api-token"
const refuse = (status: number, message: string) => ({ status, body: JSON.stringify({ detail: message }) })

/** Kandji (facts C.3): bearer, a bare array, offset and limit, never more than 300. */
export const kandji: Dialect = {
  settings: (origin) => ({ baseUrl: origin }),
  credentials: { token },
  refuse,
  callOf: ({ url }) => (url.pathname === "/api/v1/devices" ? "devices" : "other"),
  answer(world, asked) {
    if (asked.headers.authorization !== `Bearer ${token}`) return refuse(401, "Invalid token.")
    if (asked.method !== "GET" || asked.url.pathname !== "/api/v1/devices") return refuse(404, "Not found.")
    return listDevices(world, asked)
  },
}

function listDevices(world: World, asked: Asked) {
  const known = ["limit", "offset", "ordering", "platform", "serial_number", "blueprint_id", "user_email"]
  const [unknown] = unknownNames(asked, known)
  if (unknown !== undefined) return refuse(400, `unknown parameter ${unknown}`)
  const { searchParams: query } = asked.url
  const size = wholeNumber(query.get("limit") ?? 300, { min: 1, max: 300 })
  const list = listOf(world)
  const from = wholeNumber(query.get("offset") ?? 0, { min: 0, max: list.length + 300 })
  if (size === null || from === null) return refuse(400, "limit or offset is out of bounds")
  const { items } = slice(world, list, { from, size })
  return okText(
    written(
      (devices) => devices,
      items,
      (device) => write(device, world),
    ),
  )
}

const platforms = { mac: "Mac", ipad: "iPad", iphone: "iPhone", tv: "AppleTV" }

function write(device: Seen, world: World) {
  return {
    ...(device.uuid === null ? {} : { device_id: device.uuid }),
    device_name: device.name,
    model: device.model,
    serial_number: device.serial ?? "",
    platform: platforms[device.platform],
    os_version: device.os,
    // Two forms of dates in one object, as seen
    last_check_in: new Date(device.lastSeen).toISOString().replace("Z", "879Z"),
    first_enrollment: "2025-12-13 19:14:20.455640+00:00",
    user:
      device.user === null
        ? ""
        : { email: `${device.user}@example.test`, name: device.user, id: 7, is_archived: false },
    asset_tag: "",
    blueprint_id: "dcca0000-0000-4000-8000-000000000001",
    blueprint_name: "Default",
    mdm_enabled: true,
    agent_installed: device.platform === "mac",
    is_missing: false,
    is_removed: false,
    tags: [],
    ...secretsOf(world),
  }
}
