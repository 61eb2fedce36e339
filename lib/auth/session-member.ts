import { z } from "zod"
import type { Actor } from "@/lib/domain/account"
import { findMember } from "./find-member"

/** The cookie with the account that somebody of several chose to work in. */
export const accountCookie = "rollcall-account"

/**
 * Who a signed-in user is: in the account that the cookie names while they belong to it, else in the one they joined first; null
 * when they belong to none. The cookie only chooses among one's own accounts, so that it need not be secret.
 */
export async function sessionMember(userId: string, chosen: string | undefined): Promise<Actor | null> {
  const accountId = z.uuid().safeParse(chosen).data
  const there = accountId === undefined ? null : await findMember({ userId, accountId, via: "session" })
  return there ?? findMember({ userId, via: "session" })
}
