import { prisma } from "@/lib/db/client"
import { verifyPassword } from "./hash-password"
import { checkSignInLimit, noteFailedSignIn, noteSignIn } from "./sign-in-limit"

type SignIn = { email: string; password: string; address: string | null; now: Date }

/** The user with this e-mail and password, null when there is none. Throws 429 after too many failures. */
export async function signIn({ email, password, address, now }: SignIn) {
  const attempt = { email: email.trim().toLowerCase(), address, now }
  checkSignInLimit(attempt)
  noteFailedSignIn(attempt) // before the slow part, so that guesses made at once all count
  const user = isText(attempt.email)
    ? await prisma().user.findUnique({ where: { email: attempt.email } })
    : null
  const isRight = await verifyPassword(password.slice(0, 1024), user?.passwordHash ?? null)
  if (user === null || !isRight) return null
  noteSignIn(attempt)
  return { id: user.id, name: user.name, email: user.email }
}

/** No e-mail is longer, and no database text can hold NUL. */
const isText = (email: string) => email.length <= 320 && !email.includes("\0") && email.isWellFormed()
