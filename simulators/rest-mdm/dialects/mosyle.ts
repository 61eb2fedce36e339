import { z } from "zod"
import type { Device } from "@/simulators/addigy/fleet"
import { type Dialect, isBasic, ok, okText, wholeNumber } from "@/simulators/rest-mdm/dialect"
import { giveToken, takesToken } from "@/simulators/rest-mdm/tokens"
import { listOf, type Seen, secretsOf, slice, type World, written } from "@/simulators/rest-mdm/world"
import { type Asked, parseJson } from "@/simulators/serve"

const credentials = {
  accessToken: "mosyle-simulator-access-token",
  email: "api@example.test",
  password: "mosyle-simulator-password",
}
const pageSize = 50
const refuse = (status: number, message: string) => ({ status, body: JSON.stringify({ error: message }) })

const options = z.strictObject({
  os: z.enum(["mac", "ios", "tvos"]),
  page: z.number().int().min(1).default(1),
})
type Options = z.infer<typeof options>
const oldBody = z.strictObject({ operation: z.literal("list"), options })
const newBody = z.strictObject({ accessToken: z.string(), options })

/** Mosyle (facts C.6): both forms of its API; one list for each system; errors and the end of a list come with a 200. */
export const mosyle: Dialect = {
  settings: (origin) => ({ baseUrl: `${origin}/v1` }),
  credentials,
  refuse,
  callOf: ({ url }) => (/\/(?:list)?devices$/.test(url.pathname) ? "devices" : "other"),
  answer(world, asked) {
    if (asked.method !== "POST") return refuse(404, "not found")
    if (!asked.headers["content-type"]?.startsWith("application/json")) return refuse(415, "JSON is expected")
    switch (asked.url.pathname) {
      case "/v1/devices":
        return answerOld(world, asked)
      // The business host serves the newer calls under its old version
      case "/v1/login":
      case "/v2/login":
        return logIn(world, asked)
      case "/v1/listdevices":
      case "/v2/listdevices":
        return answerNew(world, asked)
      default:
        return refuse(404, "not found")
    }
  },
}

function answerOld(world: World, asked: Asked) {
  if (asked.headers.accesstoken !== credentials.accessToken) return refuse(401, "accessToken Required")
  if (!isBasic(asked, credentials.email, credentials.password)) return refuse(401, "wrong user")
  const body = oldBody.safeParse(parseJson(asked.body))
  if (!body.success) return ok({ status: "OK", response: [{ status: "MISSING_DATA" }] })
  return list(world, body.data.options, (response) => [response])
}

function answerNew(world: World, asked: Asked) {
  if (!takesToken(world, asked.headers.authorization)) return refuse(401, "unauthorized")
  const body = newBody.safeParse(parseJson(asked.body))
  if (!body.success || body.data.accessToken !== credentials.accessToken)
    return refuse(401, "accessToken Required")
  return list(world, body.data.options, (response) => response)
}

function logIn(world: World, { body }: Asked) {
  if (JSON.stringify(parseJson(body)) !== JSON.stringify(credentials)) return refuse(401, "wrong user")
  return { ...ok({ UserID: "1" }), headers: { authorization: `Bearer ${giveToken(world)}` } }
}

const systems = { mac: "mac", ipad: "ios", iphone: "ios", tv: "tvos" }

const runs: Record<Options["os"], (device: Device) => boolean> = {
  mac: ({ model }) => systems[model.platform] === "mac",
  ios: ({ model }) => systems[model.platform] === "ios",
  tvos: ({ model }) => systems[model.platform] === "tvos",
}

function list(world: World, { os, page }: Options, wrap: (response: object) => unknown) {
  const failure = world.faults.find("error_with_200")
  if (failure !== null)
    return ok({ status: failure.status, message: "The request could not be carried out." })
  const entries = listOf(world, runs[os])
  const from = wholeNumber((page - 1) * pageSize, { min: 0, max: entries.length + pageSize })
  if (from === null || from >= entries.length)
    return ok({ status: "OK", response: wrap({ status: "DEVICES_NOTFOUND", info: "no devices" }) })
  const { items } = slice(world, entries, { from, size: pageSize })
  const write = (device: Seen) => ({ ...writeDevice(device, os), ...secretsOf(world) })
  return okText(
    written(
      (devices) => ({
        status: "OK",
        response: wrap({ devices, rows: entries.length, page_size: pageSize, page }),
      }),
      items,
      write,
    ),
  )
}

/** Nearly everything is a text; dates are seconds since 1970 in text. */
function writeDevice(device: Seen, os: string) {
  const isAssigned = device.user !== null
  return {
    ...(device.uuid === null ? {} : { deviceudid: device.uuid }),
    serial_number: device.serial ?? "",
    device_name: device.name,
    device_model: device.identifier,
    device_model_name: device.model,
    os,
    osversion: device.os,
    userid: isAssigned ? device.user : "",
    username: isAssigned ? device.user : "",
    usertype: "Student",
    useremail: isAssigned ? `${device.user}@example.test` : "",
    date_info: String(Math.floor(device.lastSeen / 1000) - 60),
    date_checkin: String(Math.floor(device.lastSeen / 1000) - 30),
    date_last_beat: String(Math.floor(device.lastSeen / 1000)),
    date_enroll: "1765000000",
    asset_tag: "",
    is_supervised: "1",
    managementstatus: "1",
    tags: "",
    wifi_mac_address: "aa:bb:cc:00:00:09",
  }
}
