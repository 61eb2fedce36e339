import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"

type Question = { userId: string; accountId?: string; via: Actor["via"] }

/**
 * Who a user is now, in the account named or else the one they joined first; null when they belong to none. Read anew for
 * every request, so that a role taken away is gone at once.
 */
export async function findMember({ userId, accountId, via }: Question): Promise<Actor | null> {
  const membership = await prisma().membership.findFirst({
    where: { userId, ...(accountId === undefined ? {} : { accountId }) },
    include: { user: { select: { name: true } } },
    orderBy: { createdAt: "asc" },
  })
  if (membership === null) return null
  return {
    userId,
    userName: membership.user.name,
    accountId: membership.accountId,
    role: membership.role,
    via,
  }
}
