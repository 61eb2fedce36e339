import type { Reply } from "@/simulators/reply"
import { type Dialect, isBasic, ok, unknownNames, wholeNumber } from "@/simulators/rest-mdm/dialect"
import { giveToken, takesToken } from "@/simulators/rest-mdm/tokens"
import { listOf, type Seen, secretsOf, slice, type World, written } from "@/simulators/rest-mdm/world"
import { type Asked, parseJson } from "@/simulators/serve"

const credentials = {
  apiKey: "plain-simulator-api-key",
  token: "plain-simulator-token",
  username: "plain-simulator-user",
  password: "plain-simulator-password",
  clientId: "plain-simulator-client",
  clientSecret: "plain-simulator-client-secret",
}
const refuse = (status: number, message: string) => ({ status, body: JSON.stringify({ error: { message } }) })

const mostPerPage = 100

/** An MDM that nobody listed: every way to page under an address of its own, opened by every way to prove who one is. */
export const plain: Dialect = {
  settings: (origin) => ({ baseUrl: `${origin}/api` }),
  credentials,
  refuse,
  callOf: ({ url }) => (url.pathname.endsWith("/devices") ? "devices" : "other"),
  answer(world, asked) {
    const { method, url } = asked
    if (method === "POST" && url.pathname === "/oauth/token") return clientToken(world, asked)
    if (method === "POST" && url.pathname === "/api/login") return logIn(world, asked)
    if (!isKnown(world, asked)) return refuse(401, "who is asking?")
    const style = /^\/api\/([a-z-]+)\/devices$/.exec(url.pathname)?.[1]
    const list = style === undefined ? undefined : styles[style]
    return list === undefined || method !== "GET" ? refuse(404, "not found") : list(world, asked)
  },
}

function isKnown(world: World, asked: Asked): boolean {
  const { headers, url } = asked
  return (
    headers["x-api-key"] === credentials.apiKey ||
    url.searchParams.get("key") === credentials.apiKey ||
    headers.authorization === `Bearer ${credentials.token}` ||
    isBasic(asked, credentials.username, credentials.password) ||
    takesToken(world, headers.authorization)
  )
}

function clientToken(world: World, asked: Asked): Reply {
  if (!isBasic(asked, credentials.clientId, credentials.clientSecret)) return refuse(401, "invalid_client")
  return ok({ access_token: giveToken(world), token_type: "Bearer", expires_in: 300 })
}

function logIn(world: World, { body }: Asked): Reply {
  const { username, password } = credentials
  const isRight = JSON.stringify(parseJson(body)) === JSON.stringify({ username, password })
  return isRight ? ok({ token: giveToken(world) }) : refuse(401, "wrong password")
}

/** The list with each way to go on. */
const styles: Record<string, (world: World, asked: Asked) => Reply> = {
  none: (world) => {
    const list = listOf(world)
    const { items, total } = slice(world, list, { from: 0, size: Math.max(1, list.length) })
    return reply(world, items, (devices) => ({ devices, total }))
  },
  page: (world, asked) =>
    paged(world, asked, "page", 1, (list, page, size) => {
      const { items, total, pages } = slice(world, list, { page: page - 1, size })
      return reply(world, items, (devices) => ({
        devices,
        meta: { page, pages, total },
      }))
    }),
  offset: (world, asked) =>
    paged(world, asked, "offset", 0, (list, from, size) => {
      const { items, total } = slice(world, list, { from, size })
      return reply(world, items, (devices) => ({ devices, total }))
    }),
  "last-id": (world, asked) =>
    paged(world, asked, "after", 0, (list, after, size) => {
      const at = list.findIndex(({ number }) => (number >= 0 ? number + 1 : 1_000_000_000 - number) === after)
      const { items, total, more } = slice(world, list, { from: at + 1, size })
      return reply(world, items, (devices) => ({ devices, total, has_more: more }))
    }),
  cursor: (world, asked) =>
    paged(world, asked, "cursor", 0, (list, from, size) => {
      const { items, total, to, more } = slice(world, list, { from, size })
      return reply(world, items, (devices) => ({ devices, total, next: more ? String(to) : null }))
    }),
  "next-url": (world, asked) =>
    paged(world, asked, "from", 0, (list, from, size) => {
      const { items, total, to, more } = slice(world, list, { from, size })
      const next = more ? `/api/next-url/devices?from=${to}&size=${size}` : null
      return reply(world, items, (devices) => ({ devices, total, next: isForeign(world) ? foreign : next }))
    }),
  link: (world, asked) =>
    paged(world, asked, "from", 0, (list, from, size) => {
      const { items, total, to, more } = slice(world, list, { from, size })
      const next = isForeign(world)
        ? foreign
        : `http://${asked.headers.host}/api/link/devices?from=${to}&size=${size}`
      const link = `<http://${asked.headers.host}/api/link/devices>; rel="first"${more ? `, <${next}>; rel="next"` : ""}`
      return { ...reply(world, items, (devices) => ({ devices, total })), headers: { link } }
    }),
}

const foreign = "https://elsewhere.example.test/devices"
const isForeign = ({ faults }: World): boolean => faults.find("foreign_next") !== null

function paged(
  world: World,
  asked: Asked,
  name: string,
  first: number,
  answer: (list: ReturnType<typeof listOf>, at: number, size: number) => Reply,
): Reply {
  const [unknown] = unknownNames(asked, [name, "size", "key"])
  if (unknown !== undefined) return refuse(400, `unknown parameter ${unknown}`)
  const { searchParams: query } = asked.url
  const list = listOf(world)
  const size = wholeNumber(query.get("size") ?? 25, { min: 1, max: mostPerPage })
  const at = wholeNumber(query.get(name) ?? first, { min: first, max: 2_000_000_000 })
  if (size === null || at === null) return refuse(400, `${name} or size is out of bounds`)
  return answer(list, at, size)
}

function reply(world: World, items: (Seen | string)[], envelope: (devices: string) => unknown): Reply {
  return { status: 200, body: written(envelope, items, (device) => write(device, world)) }
}

const write = (device: Seen, world: World) => ({
  ...(device.id === null ? {} : { id: device.id }),
  serial: device.serial,
  label: device.name,
  hardware: { "Model name": device.model, identifier: device.identifier },
  owner: device.user,
  os: device.os,
  seen: Math.floor(device.lastSeen / 1000),
  ...secretsOf(world),
})
