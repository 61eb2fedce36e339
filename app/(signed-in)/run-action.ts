import "server-only"
import type { z } from "zod"
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
  /** The key of the input under which the form's fields stand; errors name the fields without it. */
  form?: string
}

/** Runs a server action as whoever is signed in, and says in words what went wrong instead of throwing. */
export async function runAction<I, T>({ schema, input, act, form }: Action<I, T>): Promise<ActionResult<T>> {
  try {
    const actor = await getSessionActor()
    if (actor === null) return refuse("You are signed out. Sign in again in another tab, then repeat this.")
    const parsed = schema.safeParse(input)
    if (!parsed.success) return refuseFields(parsed.error, form)
    return { ok: true, value: await act(actor, parsed.data) }
  } catch (error) {
    return explain(error)
  }
}

function explain(error: unknown): ActionResult<never> {
  if (error instanceof RequestError) return refuse(error.message, error.errors)
  if (error instanceof ProviderError) return refuse(error.message)
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

/** Says every fault once, and beside its field by the field's full path: `settings.baseUrl`. */
function refuseFields({ issues }: z.ZodError, form: string | undefined): ActionResult<never> {
  const errors: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const field = (path[0] === form ? path.slice(1) : path).join(".")
    errors[field] = [...(errors[field] ?? []), message]
  }
  return refuse([...new Set(issues.map(({ message }) => message))].join(" "), errors)
}
