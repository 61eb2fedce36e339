import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { actorOfToken } from "./api-token"
import { refuseForeignOrigin } from "./refuse-foreign-origin"
import { accountCookie, sessionMember } from "./session-member"
import { sessionCookieName, sessionUser } from "./session-user"

/**
 * Who makes this request: by `Authorization: Bearer <API token>`, else by session cookie. Throws 401 when neither says, 403
 * when a cookie comes with a change that another site made the browser send.
 */
export async function requireActor(request: Request): Promise<Actor> {
  const authorization = request.headers.get("authorization")
  if (authorization !== null) return actorOfToken(bearerToken(authorization), new Date())
  const userId = await sessionUser(cookieOf(request, sessionCookieName()))
  const actor = userId === null ? null : await sessionMember(userId, cookieOf(request, accountCookie))
  if (actor === null) {
    throw new RequestError(401, "Sign in, or send an API token: Authorization: Bearer <token>.")
  }
  refuseForeignOrigin(request)
  return actor
}

function bearerToken(authorization: string): string {
  const token = /^bearer\s+(\S+)$/i.exec(authorization)?.[1]
  if (token !== undefined) return token
  throw new RequestError(401, "The Authorization header must read: Bearer <API token>.")
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = request.headers.get("cookie")?.split(";") ?? []
  return pairs.map((pair) => pair.trim().split("=")).find(([key]) => key === name)?.[1]
}
