import { createHash, randomBytes } from "node:crypto"
import { prisma } from "@/lib/db/client"
import type { PrismaClient } from "@/lib/db/generated/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { findMember } from "./find-member"

/**
 * Makes a token for a user, in the account they joined first: `rc_` and 32 random bytes. Only its hash is kept, so this is
 * the one time it is seen. Throws 404 when nobody has that e-mail.
 */
export async function createApiToken(
  db: PrismaClient,
  { email, name, expiresAt = null }: { email: string; name: string; expiresAt?: Date | null },
): Promise<string> {
  const user = await db.user.findUnique({
    where: { email: email.trim().toLowerCase() },
    include: { memberships: { orderBy: { createdAt: "asc" }, take: 1 } },
  })
  const membership = user?.memberships[0]
  if (membership === undefined) {
    throw new RequestError(404, `No user with the e-mail ${email} belongs to an account.`)
  }
  const token = `rc_${randomBytes(32).toString("base64url")}`
  const { accountId, userId } = membership
  await db.apiToken.create({ data: { accountId, userId, name, expiresAt, tokenHash: hash(token) } })
  return token
}

/** Whose token this is. Throws 401 that says what to do when it is unknown, expired or revoked. */
export async function actorOfToken(token: string, now: Date): Promise<Actor> {
  const found = await prisma().apiToken.findUnique({ where: { tokenHash: hash(token) } })
  if (found === null) throw new RequestError(401, `This API token is not known. ${remedy}`)
  if (found.revokedAt !== null) throw new RequestError(401, `This API token was revoked. ${remedy}`)
  if (found.expiresAt !== null && found.expiresAt <= now) {
    throw new RequestError(401, `This API token expired on ${found.expiresAt.toISOString()}. ${remedy}`)
  }
  const actor = await findMember({ userId: found.userId, accountId: found.accountId, via: "token" })
  if (actor === null) {
    throw new RequestError(401, `This API token's user no longer belongs to its account. ${remedy}`)
  }
  await noteUse(found.id, found.lastUsedAt, now)
  return actor
}

const remedy = "Make a new one with: npm run rollcall -- token create --email <user> --name <text>"

const hash = (token: string) => Uint8Array.from(createHash("sha256").update(token).digest())

/** Once a minute is enough, and spares a write per request. */
async function noteUse(id: string, lastUsedAt: Date | null, now: Date): Promise<void> {
  if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < 60_000) return
  await prisma().apiToken.update({ where: { id }, data: { lastUsedAt: now } })
}
