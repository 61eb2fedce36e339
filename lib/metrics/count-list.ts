import type { ListId } from "@/lib/domain/list-id"
import { processMetrics } from "./process-metrics"

type Outcome = "published" | "unchanged" | "held" | "planned" | "failed"

/** Counts what became of a list to be published (S1-MORE); `list` is null for a run that failed before it knew. */
export function countList(list: ListId | null, outcome: Outcome): void {
  processMetrics().lists.inc({ list: list ?? "unknown", outcome })
}
