import { z } from "zod"

/** Refusals in a row after which a login is not used until it was checked again (S2-CREDENTIALS). */
export const refusalsToCheck = 3

/** A user's own credentials in a connected system, without the secret. */
export const loginView = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  userName: z.string(),
  /** As it is known there. */
  username: z.string(),
  /** `needs_check`: refused three times in a row, and not used until it is entered again. */
  state: z.enum(["valid", "needs_check"]),
  lastUsedAt: z.iso.datetime().nullable(),
  lastRefusedAt: z.iso.datetime().nullable(),
})
export type LoginView = z.infer<typeof loginView>

/** `PUT /api/integrations/:id/logins`: one's own. */
export const loginInput = z.strictObject({ username: z.string().max(256), password: z.string().max(1000) })
export type LoginInput = z.infer<typeof loginInput>
