import { decode } from "next-auth/jwt"
import { z } from "zod"
import { env } from "@/lib/env"

/** NextAuth's name for the cookie; with https browsers hold it to the stricter rules of `__Secure-`. */
export function sessionCookieName(): string {
  return env().NEXTAUTH_URL.startsWith("https://")
    ? "__Secure-next-auth.session-token"
    : "next-auth.session-token"
}

/** The user's id in a session cookie's value; null when it is missing, expired or not ours. */
export async function sessionUser(cookie: string | undefined): Promise<string | null> {
  if (cookie === undefined || cookie === "") return null
  try {
    const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET })
    return z.uuid().safeParse(token?.sub).data ?? null
  } catch {
    return null // tampered with, expired, or encrypted with an older secret: the same as signed out
  }
}
