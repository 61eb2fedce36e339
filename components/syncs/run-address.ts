import { knownValue } from "@/components/address/known-value"
import { searchFrom } from "@/components/address/search-from"
import type { SyncChangeAction } from "@/lib/domain/sync-change"
import type { LineLevel } from "@/lib/domain/sync-log-query"
import { actionWords } from "./change-wording"
import { levelNames } from "./sync-wording"

/** Which changes and log lines of a run the address asks for. */
export type RunAddress = { action: SyncChangeAction | null; level: LineLevel; search: string }

/** Reads it; a value that cannot be right counts as not given. */
export const readRunAddress = (query: URLSearchParams): RunAddress => ({
  action: knownValue(actionWords, query.get("action")),
  level: knownValue(levelNames, query.get("level")) ?? "info",
  search: searchFrom(query.get("search")),
})
