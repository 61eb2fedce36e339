import type { z } from "zod"
import { requireActor } from "@/lib/auth/require-actor"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { answerProblem } from "./answer-problem"
import { parseFields } from "./parse-fields"
import { readBody } from "./read-body"

/** A request whose maker is known; each part is parsed with the schema it is asked for with. */
export type Asked = {
  actor: Actor
  /** The route's parameters; 404 when they cannot be of anything, such as an id that is no uuid. */
  params<T>(schema: z.ZodType<T>): T
  /** The query, without parameters left empty; 422 by field. */
  query<T>(schema: z.ZodType<T>): T
  /** The JSON body; 400, 413, 415, or 422 by field. */
  body<T>(schema: z.ZodType<T>): Promise<T>
  header(name: string): string | null
}

type Context = { params: Promise<Record<string, string>> }

/**
 * The door of every API route: finds out who asks, and turns whatever is thrown into problem details. `run` gives a Response,
 * or a value to send as JSON.
 */
export function handle(run: (asked: Asked) => Promise<unknown>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const actor = await requireActor(request)
      const params = await context.params
      const result = await run({
        actor,
        params: (schema) => parseParams(schema, params),
        query: (schema) => parseFields(schema, queryOf(request)),
        body: (schema) => readBody(schema, request),
        header: (name) => request.headers.get(name),
      })
      return result instanceof Response ? result : answer(result)
    } catch (error) {
      return answerProblem(error, request)
    }
  }
}

/** JSON that nobody keeps a copy of. */
export function answer(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { "cache-control": "no-store" } })
}

function parseParams<T>(schema: z.ZodType<T>, params: Record<string, string>): T {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  throw new RequestError(404, "There is nothing at this address. Check the id in it.")
}

const queryOf = (request: Request) =>
  Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ""))
