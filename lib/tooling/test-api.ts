import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

const root = path.resolve("app/api")
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const
type Method = (typeof methods)[number]
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

type Call = {
  method?: Method
  token?: string
  /** Sent as JSON; a text is sent as it is. */
  body?: unknown
  headers?: Record<string, string>
}

/** Calls a route handler of `app/api` as Next would, by address. Answers the status, headers, body as text, and as JSON if it is. */
export async function callApi(address: string, { method = "GET", token, body, headers = {} }: Call = {}) {
  const url = new URL(address, "http://127.0.0.1:3000")
  const { file, params } = findRoute(url.pathname.replace("/api/", "").split("/"))
  const handler = z
    .custom<Handler>((value) => typeof value === "function")
    .parse((await import(file))[method])
  const request = new Request(url, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  })
  const response = await handler(request, { params: Promise.resolve(params) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parse(text) }
}

/** Every route with its methods: `{ address: "/api/devices/[id]", methods: ["GET"] }`. */
export function listRoutes(folder = root): { address: string; methods: Method[] }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) return listRoutes(full)
    if (entry.name !== "route.ts") return []
    const source = readFileSync(full, "utf8")
    const exported = methods.filter((method) =>
      new RegExp(`\\b(const|function|as) ${method}\\b`).test(source),
    )
    return [{ address: path.posix.join("/api", path.relative(root, folder)), methods: exported }]
  })
}

/** A segment's own folder comes before one that takes any. */
function findRoute(segments: string[], folder = root): { file: string; params: Record<string, string> } {
  const [first, ...rest] = segments
  if (first === undefined) return { file: path.join(folder, "route.ts"), params: {} }
  if (existsSync(path.join(folder, first))) return findRoute(rest, path.join(folder, first))
  const open = readdirSync(folder).find((name) => /^\[\w+\]$/.test(name))
  if (open === undefined) throw new Error(`There is no route for "${first}" in ${folder}.`)
  const found = findRoute(rest, path.join(folder, open))
  return { file: found.file, params: { ...found.params, [open.slice(1, -1)]: decodeURIComponent(first) } }
}

function parse(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
