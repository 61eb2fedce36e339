import { Agent, request } from "undici"
import { env } from "@/lib/env"
import { assertUrlAllowed, RefusedAddress } from "@/lib/http/address-guard"
import { readAllowList } from "@/lib/http/allow-list"
import { guardedLookup } from "@/lib/http/guarded-lookup"

/** What came of one try; `error` is null when the receiver took the message. */
export type Answer = { status: number | null; error: string | null }

type Message = { url: string; body: string; headers: Record<string, string> }

const timeoutMs = 15_000

/**
 * Posts JSON to an address that an admin gave: never to a private one that is not allowed, and never along a redirect. Only a
 * 2xx counts as taken; what the receiver says beyond its status is not read.
 */
export async function postOnce({ url, body, headers }: Message): Promise<Answer> {
  const target = new URL(url)
  const allowed = readAllowList(env().ROLLCALL_ALLOWED_PRIVATE_HOSTS)
  const dispatcher = new Agent({
    connect: { timeout: 10_000, lookup: guardedLookup({ protocol: target.protocol, allowed }) },
  })
  try {
    assertUrlAllowed(target, allowed)
    const { statusCode } = await request(target, {
      dispatcher,
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "Rollcall", ...headers },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: statusCode, error: refusalOf(statusCode, target.host) }
  } catch (error) {
    return { status: null, error: failureOf(error, target.host) }
  } finally {
    await dispatcher.destroy()
  }
}

function refusalOf(status: number, host: string): string | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400)
    return `${host} answered ${status}, a redirect, which is not followed. Enter the address that it leads to.`
  return `${host} answered ${status} instead of a 2xx.`
}

function failureOf(error: unknown, host: string): string {
  if (error instanceof RefusedAddress) return error.message
  if (error instanceof Error && error.name === "TimeoutError")
    return `${host} did not answer within ${timeoutMs / 1000} seconds.`
  return `${host} cannot be reached: ${error instanceof Error ? error.message : String(error)}`
}
