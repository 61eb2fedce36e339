import { type Dialect, isBasic, ok, okText, unknownNames, wholeNumber } from "@/simulators/rest-mdm/dialect"
import { listOf, type Seen, secretsOf, slice, type World, written } from "@/simulators/rest-mdm/world"
import type { Asked } from "@/simulators/serve"

const apiKey = "simplemdm-simulator-api-key"
const refuse = (status: number, message: string) => ({
  status,
  body: JSON.stringify({ errors: [{ title: message }] }),
})

/** SimpleMDM (facts C.4): Basic with the key as user name, the id of the last device as cursor, ten at a time unless asked. */
export const simplemdm: Dialect = {
  settings: (origin) => ({ baseUrl: origin, ownerAttribute: "owner_email" }),
  credentials: { apiKey },
  refuse,
  callOf: ({ url }) => (url.pathname === "/api/v1/devices" ? "devices" : "other"),
  answer(world, asked) {
    if (!isBasic(asked, apiKey, "")) return refuse(401, "not authorized")
    if (asked.method !== "GET") return refuse(404, "object not found")
    if (asked.url.pathname === "/api/v1/account")
      return ok({ data: { type: "account", attributes: { name: "Simulated" } } })
    return asked.url.pathname === "/api/v1/devices"
      ? listDevices(world, asked)
      : refuse(404, "object not found")
  },
}

function listDevices(world: World, asked: Asked) {
  const known = ["limit", "starting_after", "direction", "search", "include_awaiting_enrollment"]
  const [unknown] = unknownNames(asked, known)
  if (unknown !== undefined) return refuse(422, `unknown parameter ${unknown}`)
  const { searchParams: query } = asked.url
  const size = wholeNumber(query.get("limit") ?? 10, { min: 1, max: 100 })
  if (size === null) return refuse(422, "limit must be between 1 and 100")
  const list = listOf(world)
  const after = query.get("starting_after")
  const at =
    after === null
      ? -1
      : list.findIndex(({ number }) => String(number >= 0 ? number + 1 : 1_000_000_000 - number) === after)
  if (after !== null && at < 0) return refuse(422, "starting_after is no device")
  const { items, more } = slice(world, list, { from: at + 1, size })
  return okText(
    written(
      (data) => ({ data, has_more: more }),
      items,
      (device) => write(device, world),
    ),
  )
}

function write(device: Seen, world: World) {
  const isMac = device.platform === "mac"
  return {
    type: "device",
    ...(device.id === null ? {} : { id: device.id }),
    attributes: {
      name: device.name,
      device_name: `device-${device.id}`,
      serial_number: device.serial,
      model_name: device.model,
      model: "ZSIM",
      product_name: device.identifier,
      unique_identifier: device.uuid,
      os_version: device.os,
      status: "enrolled",
      enrolled_at: "2025-11-14T21:37:37.000-08:00",
      last_seen_at: new Date(device.lastSeen - 7 * 3_600_000).toISOString().replace("Z", "-07:00"),
      last_seen_ip: "203.0.113.7",
      is_supervised: device.drawn % 3 > 0,
      is_dep_enrollment: device.drawn % 4 > 0,
      filevault_enabled: isMac ? device.drawn % 2 === 0 : null,
      filevault_recovery_key: null,
      firmware_password: null,
      recovery_lock_password: null,
      ...secretsOf(world),
      managed_apple_id: null,
    },
    relationships: {
      device_group: { data: { type: "device_group", id: 1 + (device.drawn % 3) } },
      custom_attribute_values: {
        data: [
          { type: "custom_attribute_value", id: "room", attributes: { secret: false, value: "B2" } },
          {
            type: "custom_attribute_value",
            id: "owner_email",
            attributes: { secret: false, value: device.user === null ? "" : `${device.user}@example.test` },
          },
        ],
      },
    },
  }
}
