import { pool } from "@/lib/db/client"
import type { Actor } from "@/lib/domain/account"
import type { ListId } from "@/lib/domain/list-id"
import { selectPublishers } from "./read-store"

export type ListPublisher = { id: string; name: string }

/** The account's integration that publishes a list: the one asked for, else the oldest; null when there is none. */
export async function findPublisher(
  { accountId }: Actor,
  list: ListId,
  integrationId?: string,
): Promise<ListPublisher | null> {
  const { rows } = await pool().query<ListPublisher>(selectPublishers, [
    accountId,
    list,
    integrationId ?? null,
  ])
  return rows[0] ?? null
}
