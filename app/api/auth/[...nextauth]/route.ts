import type { NextRequest } from "next/server"
import NextAuth from "next-auth"
import { authOptions } from "@/lib/auth/auth-options"
import { env } from "@/lib/env"

type Context = { params: Promise<{ nextauth: string[] }> }

/** Sign-in, sign-out and the session cookie. */
function auth(request: NextRequest, context: Context): Promise<Response> {
  process.env.NEXTAUTH_URL ||= env().NEXTAUTH_URL // NextAuth reads this itself, and knows no default
  return NextAuth(request, context, authOptions)
}

export { auth as GET, auth as POST }
