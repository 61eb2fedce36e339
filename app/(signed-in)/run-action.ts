import "server-only"
import { z } from "zod"
import { getSessionActor } from "@/lib/auth/session-actor"
import type { Actor } from "@/lib/domain/account"
import type { ActionResult } from "@/lib/domain/action-result"
import { RequestError } from "@/lib/domain/problem"
import { ProviderError } from "@/lib/domain/provider-error"
import { log } from "@/lib/log"

type Action<I, T> = {
  schema: z.ZodType<I>
  /** What the browser sent; anybody can call an action with anything. */
  input: unknown
  act: (actor: Actor, input: I) => Promise<T>
}

/** Runs a server action as whoever is signed in, and says in words what went wrong instead of throwing. */
export async function runAction<I, T>({ schema, input, act }: Action<I, T>): Promise<ActionResult<T>> {
  try {
    const actor = await getSessionActor()
    if (actor === null) return refuse("You are signed out. Sign in again in another tab, then repeat this.")
    const parsed = schema.safeParse(input)
    if (!parsed.success) return refuse("Some fields need another look.", errorsByField(parsed.error))
    return { ok: true, value: await act(actor, parsed.data) }
  } catch (error) {
    return explain(error)
  }
}

function explain(error: unknown): ActionResult<never> {
  if (error instanceof RequestError) return refuse(error.message, error.errors)
  if (error instanceof ProviderError) return refuse(error.message)
  if (error instanceof z.ZodError) return refuse("Some fields need another look.", errorsByField(error))
  log.error({ err: error }, "a server action failed")
  return refuse(
    "Rollcall could not do this because of a fault of its own. Try again; the log holds the cause.",
  )
}

const refuse = (message: string, errors: Record<string, string[]> = {}): ActionResult<never> => ({
  ok: false,
  message,
  errors,
})

/** Keyed by the full path of the field: `credentials.apiKey`. */
function errorsByField(error: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const field = issue.path.join(".")
    errors[field] = [...(errors[field] ?? []), issue.message]
  }
  return errors
}
