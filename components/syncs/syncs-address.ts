import { idFrom, knownValue } from "@/components/address/known-value"
import type { SyncMode, SyncStatus } from "@/lib/domain/sync-log"
import type { SyncFilter } from "@/lib/queries/sync-logs"
import { modeNames, statusNames } from "./sync-wording"

/** What the address of the page of all syncs says; empty means every one. */
export type SyncsAddress = { integration: string; status: SyncStatus | ""; mode: SyncMode | "" }

/** Reads it; a value that cannot be right counts as not given. */
export const readSyncsAddress = (query: URLSearchParams): SyncsAddress => ({
  integration: idFrom(query.get("integration")),
  status: knownValue(statusNames, query.get("status")) ?? "",
  mode: knownValue(modeNames, query.get("mode")) ?? "",
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
