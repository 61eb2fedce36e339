import type { Pool, PoolClient } from "pg"
import type { Catalog } from "@/lib/domain/provider"
import type { ProviderId } from "@/lib/domain/provider-id"
import { providersOf } from "./providers-of"
import { type DueIntegration, selectDue } from "./store"

/**
 * Integrations whose planned time has come, at most `limit`, one of each account in turn so that no account waits behind
 * another's thousand. An MDM is due only while it is its account's device source (S0-DETECT); other kinds always, but for providers that are `off`.
 */
export async function dueIntegrations(
  db: Pool | PoolClient,
  { now, limit, catalog, off = [] }: { now: Date; limit: number; catalog: Catalog; off?: ProviderId[] },
): Promise<DueIntegration[]> {
  const { rows } = await db.query<DueIntegration>(selectDue, [now, providersOf(catalog, "mdm"), limit, off])
  return rows
}
