import { cookies } from "next/headers"
import type { Actor } from "@/lib/domain/account"
import { accountCookie, sessionMember } from "./session-member"
import { sessionCookieName, sessionUser } from "./session-user"

/** Who is signed in, for server components and actions; null when nobody is, or they belong to no account any more. */
export async function getSessionActor(): Promise<Actor | null> {
  const jar = await cookies()
  const userId = await sessionUser(jar.get(sessionCookieName())?.value)
  return userId === null ? null : sessionMember(userId, jar.get(accountCookie)?.value)
}
