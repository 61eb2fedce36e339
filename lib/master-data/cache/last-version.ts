import type { Pool } from "pg"
import { z } from "zod"
import { listId } from "@/lib/domain/list-id"
import { selectLastVersion } from "./store"

const row = z.object({
  id: z.uuid(),
  list: listId,
  version: z.number().int(),
  content: z.instanceof(Uint8Array).nullable(),
  sha256: z.string(),
  etag: z.string().nullable(),
  publishedAt: z.date(),
})
export type LastVersion = z.infer<typeof row>

/** What an integration published last; null before the first. */
export async function lastVersion(pool: Pool, integrationId: string): Promise<LastVersion | null> {
  const { rows } = await pool.query(selectLastVersion, [integrationId])
  return rows[0] === undefined ? null : row.parse(rows[0])
}
