import { promisify } from "node:util"
import { zstdDecompress } from "node:zlib"
import { z } from "zod"
import { authorize } from "@/lib/auth/authorize"
import { prisma } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import { findSyncLog } from "./find-sync-log"

const decompress = promisify(zstdDecompress)
const pageNumber = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)

/**
 * A stored reply as the provider sent it, secrets cut out (S0-AUDIT); admins only. `page` is the id that the list gives, or
 * a number within the run's first stream. Throws 403 and 404.
 */
export async function downloadSyncPage(actor: Actor, syncLogId: string, page: string) {
  authorize(actor, "ADMIN")
  const { provider } = (await findSyncLog(actor, syncLogId)).integration
  const which = z.uuid().safeParse(page).success
    ? { id: page }
    : { page: pageNumber.safeParse(page).data ?? -1 }
  const found = await prisma().syncPage.findFirst({
    where: { syncLogId, ...which },
    orderBy: { syncType: "asc" },
  })
  if (found === null) throw new RequestError(404, "This sync has no such page, or it was kept no longer.")
  return {
    content: await decompress(found.rawResponse),
    fileName: `${provider}-${found.syncType}-page-${found.page}.json`,
  }
}
