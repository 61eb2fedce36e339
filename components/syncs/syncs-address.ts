import { z } from "zod"
import { syncMode, syncStatus } from "@/lib/domain/sync-log"
import type { SyncFilter } from "@/lib/queries/sync-logs"

/** What the address of the page of all syncs says; empty means every one. A value that cannot be right counts as not given. */
const address = z.object({
  integration: z.uuid().or(z.literal("")).catch(""),
  status: syncStatus.or(z.literal("")).catch(""),
  mode: syncMode.or(z.literal("")).catch(""),
})
export type SyncsAddress = z.infer<typeof address>

export const readSyncsAddress = (query: URLSearchParams): SyncsAddress =>
  address.parse({
    integration: query.get("integration") ?? "",
    status: query.get("status") ?? "",
    mode: query.get("mode") ?? "",
  })

export function writeSyncsAddress(given: SyncsAddress): string {
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ""))
  return query.size === 0 ? "/syncs" : `/syncs?${query}`
}

/** The address as the list of runs is asked for. */
export const syncFilterOf = ({ integration, status, mode }: SyncsAddress): SyncFilter => ({
  ...(integration !== "" && { integrationId: integration }),
  ...(status !== "" && { status }),
  ...(mode !== "" && { mode }),
})

export const isFiltered = (given: SyncsAddress): boolean => Object.values(given).some((value) => value !== "")
