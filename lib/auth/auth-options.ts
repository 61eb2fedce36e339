import type { NextAuthOptions } from "next-auth"
import CredentialsProvider from "next-auth/providers/credentials"
import { signIn } from "./sign-in"

/**
 * Sign-in by e-mail and password, kept in an encrypted cookie that names the user and nothing else: account and role are
 * looked up on every request. A wrong password ends as the error `CredentialsSignin`; too many as the sentence to show.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: 7 * 24 * 3600 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      name: "Password",
      credentials: {
        email: { label: "E-mail", type: "email" },
        password: { label: "Password", type: "password" },
      },
      authorize: (given, request) =>
        signIn({
          email: given?.email ?? "",
          password: given?.password ?? "",
          address: addressOf(request.headers),
          now: new Date(),
        }),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub }),
  },
}

/** The client as the nearest proxy saw it: the last address, since a client can write what it likes before that. */
function addressOf(headers: Record<string, unknown> | undefined): string | null {
  const forwarded = headers?.["x-forwarded-for"]
  return typeof forwarded === "string" ? (forwarded.split(",").at(-1)?.trim() ?? null) : null
}
