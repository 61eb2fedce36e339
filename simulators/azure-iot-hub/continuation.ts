import { createHmac, randomBytes } from "node:crypto"

const key = randomBytes(32)

/** An opaque token for the place where a query goes on; good for this very text, and only as long as this process lives. */
export function tokenFor(query: string, at: number): string {
  return Buffer.from(`${at}~${sign(query, at)}`).toString("base64")
}

/** The place that a token names; null when it was not made for this query. */
export function placeOf(token: string, query: string): number | null {
  const [at = "", signature] = Buffer.from(token, "base64").toString().split("~")
  return /^\d+$/.test(at) && signature === sign(query, Number(at)) ? Number(at) : null
}

const sign = (query: string, at: number): string =>
  createHmac("sha256", key).update(`${at}\n${query}`).digest("base64url")
