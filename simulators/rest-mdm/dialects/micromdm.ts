import { z } from "zod"
import { type Dialect, isBasic, okText } from "@/simulators/rest-mdm/dialect"
import { listOf, type Seen, secretsOf, slice, type World, written } from "@/simulators/rest-mdm/world"
import { parseJson } from "@/simulators/serve"

const apiKey = "micromdm-simulator-api-key"
const refuse = (status: number, message: string) => ({ status, body: JSON.stringify({ error: message }) })

const listBody = z.strictObject({
  page: z.number().int().min(0).default(0),
  per_page: z.number().int().min(1).max(1000).default(100),
  filter_serial: z.array(z.string()).optional(),
  filter_udid: z.array(z.string()).optional(),
})

/** MicroMDM (facts C.8): Basic, a list by POST; how it pages is not certain, so it can be told to do it either way, or not at all. */
export const micromdm: Dialect = {
  settings: (origin) => ({ baseUrl: origin }),
  credentials: { apiKey },
  refuse,
  callOf: ({ url }) => (url.pathname === "/v1/devices" ? "devices" : "other"),
  answer(world, asked) {
    if (!isBasic(asked, "micromdm", apiKey)) return refuse(401, "unauthorized")
    if (asked.method !== "POST" || asked.url.pathname !== "/v1/devices") return refuse(404, "not found")
    const body = listBody.safeParse(parseJson(asked.body))
    return body.success ? listDevices(world, body.data) : refuse(400, z.prettifyError(body.error))
  },
}

function listDevices(world: World, { page, per_page }: z.infer<typeof listBody>) {
  const list = listOf(world)
  const isWhole = world.faults.find("ignores_paging") !== null
  const number = world.faults.find("pages_from_one") === null ? page : Math.max(page, 1) - 1
  const { items } = slice(
    world,
    list,
    isWhole ? { from: 0, size: list.length } : { page: number, size: per_page },
  )
  // Go writes an empty list as null
  if (items.length === 0) return okText('{"devices":null}')
  return okText(
    written(
      (devices) => ({ devices }),
      items,
      (device) => write(device, world),
    ),
  )
}

function write(device: Seen, world: World) {
  return {
    serial_number: device.serial ?? "",
    udid: device.uuid ?? "",
    enrollment_status: true,
    last_seen: new Date(device.lastSeen).toISOString(),
    dep_profile_status: "",
    ...secretsOf(world),
  }
}
