import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"

/** An account that somebody belongs to. */
export type OwnAccount = { id: string; name: string }

/** The accounts that the actor's user belongs to, by name. */
export async function listOwnAccounts({ userId }: Actor): Promise<OwnAccount[]> {
  return prisma().account.findMany({
    where: { memberships: { some: { userId } } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  })
}
