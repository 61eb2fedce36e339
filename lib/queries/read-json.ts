import type { z } from "zod"

/** A read that was not granted; `message` is the server's own sentence for the person. */
export class ReadError extends Error {
  constructor(
    readonly status: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = "ReadError"
  }
}

type Query = Record<string, string | number | boolean | null | undefined>

/** The schema of an answer, or the way to fetch it: a page's first load should carry none. */
type Schema<T> = z.ZodType<T> | (() => Promise<z.ZodType<T>>)

/** Reads one of our own addresses and parses the answer; leaves out what is null or undefined in the query. */
export async function readJson<T>(options: {
  path: string
  query?: Query
  schema: Schema<T>
  signal: AbortSignal
}): Promise<T> {
  const { path, query = {}, schema, signal } = options
  const response = await send(`${path}${searchOf(query)}`, signal)
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw await refusalOf(response.status, body)
  const parsed = (await schemaOf(schema)).safeParse(body)
  if (parsed.success) return parsed.data
  throw new ReadError(response.status, fromAnotherTime, { cause: parsed.error })
}

const fromAnotherTime =
  "Rollcall answered in a way that this page does not know. Reload the page: the server may be newer than it."

async function schemaOf<T>(schema: Schema<T>): Promise<z.ZodType<T>> {
  if (typeof schema !== "function") return schema
  try {
    return await schema()
  } catch (cause) {
    throw new ReadError(0, "A part of this page could not be fetched. Reload the page.", { cause })
  }
}

/** The server's own sentence, where it gave one. */
async function refusalOf(status: number, body: unknown): Promise<ReadError> {
  const { problem } = await import("./answers")
  const said = problem.safeParse(body)
  return new ReadError(
    status,
    said.success ? said.data.detail : `Rollcall answered ${status} without saying why. Try again.`,
  )
}

async function send(address: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { signal, headers: { accept: "application/json" } })
  } catch (cause) {
    if (signal.aborted) throw cause
    throw new ReadError(
      0,
      "Rollcall cannot be reached. Check the connection; this page tries again by itself.",
    )
  }
}

function searchOf(query: Query): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [[key, String(value)]],
  )
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`
}
