import type { Reply } from "@/simulators/reply"
import { refuse } from "./refuse"

/** What a list was asked for. */
export type Wanted = {
  query: URLSearchParams
  most: number
  usual?: number
  call: string
  isExpired: boolean
  error?: string
}
type Part = { from: number; to: number; token: string | null }

/** Which part of a list of `length` is wanted, as strict as AWS: sizes out of range and foreign tokens are refused. */
export function pageOf(
  length: number,
  { query, most, usual = most, call, isExpired, error }: Wanted,
): Part | Reply {
  const size = query.has("maxResults") ? Number(query.get("maxResults")) : usual
  const invalid = (message: string) => refuse(400, message, error ?? "InvalidRequestException")
  if (!Number.isInteger(size) || size < 1 || size > most)
    return invalid(`maxResults must be between 1 and ${most}`)
  const given = query.get("nextToken")
  const from = given === null ? 0 : readToken(given, keyOf(call, query))
  if (from === null || (given !== null && isExpired)) return invalid("Invalid nextToken")
  const to = Math.min(length, from + size)
  return { from, to, token: to < length ? writeToken(to, keyOf(call, query)) : null }
}

/** Tokens are opaque, and only good for the same call with the same parameters. */
export const writeToken = (at: number, key: string): string =>
  Buffer.from(`${key}@${at}`).toString("base64url")

function readToken(token: string, key: string): number | null {
  const [, said, at] = /^(.*)@(\d+)$/s.exec(Buffer.from(token, "base64url").toString()) ?? []
  return said === key ? Number(at) : null
}

export function keyOf(call: string, query: URLSearchParams): string {
  const rest = [...query].filter(([name]) => name !== "nextToken" && name !== "maxResults").sort()
  return `${call} ${JSON.stringify(rest)}`
}

export const ok = (body: object): Reply => ({ status: 200, body: JSON.stringify(body) })
