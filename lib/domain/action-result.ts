/** What a server action answers: never a throw at the person. `errors` maps a field to what is wrong with it. */
export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; message: string; errors: Record<string, string[]> }
