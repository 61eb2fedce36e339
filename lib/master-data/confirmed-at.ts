import { pool } from "@/lib/db/client"
import { selectConfirmedAt } from "./read-store"

/** When a run last found master data and S3 to be as this version; ISO 8601. */
export async function confirmedAt(versionId: string): Promise<string | null> {
  const { rows } = await pool().query<{ at: Date | null }>(selectConfirmedAt, [versionId])
  return rows[0]?.at?.toISOString() ?? null
}
