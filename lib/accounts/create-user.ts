import { z } from "zod"
import { hashPassword } from "@/lib/auth/hash-password"
import type { PrismaClient } from "@/lib/db/generated/client"
import { role } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"

const userInput = z.object({
  accountId: z.uuid(),
  email: z.string().trim().toLowerCase().pipe(z.email("This is no e-mail address.").max(320)),
  name: z.string().trim().min(1, "Give the user a name.").max(200),
  password: z.string().min(8, "A password has at least 8 characters.").max(1024),
  role,
})

/** Makes a user and their membership, for the command line and the demo. Throws 422 for bad input, 409 for a known e-mail. */
export async function createUser(
  db: PrismaClient,
  input: z.input<typeof userInput>,
): Promise<{ id: string; email: string }> {
  const parsed = userInput.safeParse(input)
  if (!parsed.success) {
    const errors = z.flattenError(parsed.error).fieldErrors
    throw new RequestError(422, parsed.error.issues.map(({ message }) => message).join(" "), errors)
  }
  const { accountId, email, name, password, role } = parsed.data
  if ((await db.user.findUnique({ where: { email } })) !== null) {
    throw new RequestError(409, `A user with the e-mail ${email} is already there.`)
  }
  return db.user.create({
    data: {
      email,
      name,
      passwordHash: await hashPassword(password),
      memberships: { create: { accountId, role } },
    },
    select: { id: true, email: true },
  })
}
