import { cookies } from "next/headers"
import type { Actor } from "@/lib/domain/account"
import { findMember } from "./find-member"
import { sessionCookieName, sessionUser } from "./session-user"

/** Who is signed in, for server components and actions; null when nobody is, or they belong to no account any more. */
export async function getSessionActor(): Promise<Actor | null> {
  const userId = await sessionUser((await cookies()).get(sessionCookieName())?.value)
  return userId === null ? null : findMember({ userId, via: "session" })
}
