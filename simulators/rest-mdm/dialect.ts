import type { Reply } from "@/simulators/reply"
import type { Asked } from "@/simulators/serve"
import type { World } from "./world"

/** One MDM's API as far as it is known (providers/addigy-and-other-mdms.md), stricter than the real one where that is not known. */
export type Dialect = {
  /** Settings and credentials that open it, by the names that its preset uses. */
  settings(origin: string): Record<string, string>
  credentials: Record<string, string>
  answer(world: World, asked: Asked): Reply
  /** Its own form of an error. */
  refuse(status: number, message: string): Reply
  /** Which call a request is, as faults name them: `devices` for the list. */
  callOf(asked: Asked): string
}

export const ok = (value: unknown): Reply => ({ status: 200, body: JSON.stringify(value) })
export const okText = (body: string): Reply => ({ status: 200, body })

/** A whole number of a query or body within bounds; null when it is none. */
export function wholeNumber(value: unknown, { min, max }: { min: number; max: number }): number | null {
  const number =
    typeof value === "number" ? value : /^\d{1,9}$/.test(String(value)) ? Number(value) : Number.NaN
  return Number.isSafeInteger(number) && number >= min && number <= max ? number : null
}

/** The names in a query that the service does not know. */
export const unknownNames = ({ url }: Asked, known: string[]): string[] =>
  [...url.searchParams.keys()].filter((name) => !known.includes(name))

/** Whether the Basic authorization is that of this user. */
export const isBasic = ({ headers }: Asked, username: string, password: string): boolean =>
  headers.authorization === `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`
