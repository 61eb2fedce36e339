import type { SyncLogView } from "@/lib/domain/sync-log"
import { countsApart } from "./counts-apart"

/** What a run is about, by which its page is worded. */
export type RunKind = "sync" | "preview" | "replay" | "reversal" | "application"

/** A preview that would undo a run is a reversal; a sync that carries out a kept plan is an application. */
export function kindOf({ mode, plan }: Pick<SyncLogView, "mode" | "plan">): RunKind {
  switch (mode) {
    case "replay":
      return "replay"
    case "preview":
      return plan?.reverts == null ? "preview" : "reversal"
    case "sync":
      return plan?.applies == null ? "sync" : "application"
  }
}

export const kindNames: Record<RunKind, string> = {
  sync: "Sync",
  preview: "Preview",
  replay: "Replay",
  reversal: "Revert preview",
  application: "Applied plan",
}

export const isPlan = (run: Pick<SyncLogView, "mode">): boolean => run.mode !== "sync"

/** What a run's page is headed with, before the integration's name. */
export const kindTitles: Record<RunKind, string> = {
  sync: "Sync of",
  preview: "Preview of",
  replay: "Stored pages run again:",
  reversal: "Preview of a revert:",
  application: "Plan applied to",
}

export const hasEndedWell = ({ status }: Pick<SyncLogView, "status">): boolean =>
  status === "SUCCESS" || status === "PARTIAL"

/** Why the plan of this run cannot be applied; null when it can. Whether it asks for anything is known from its changes. */
export function whyNotApply(run: SyncLogView): string | null {
  if (!isPlan(run)) return "A sync made its changes itself."
  if (!hasEndedWell(run)) return "Its plan is not whole."
  return run.plan?.appliedBy == null ? null : "It was applied already."
}

/** Why this run's pages cannot be run again; null when they may be. Whether they are still stored is found out then. */
export function whyNotReplay(run: SyncLogView): string | null {
  const kind = kindOf(run)
  if (kind !== "sync" && kind !== "preview") return "This run read nothing from the provider."
  return hasEndedWell(run) ? null : "This run did not read everything."
}

/** Why this run cannot be reverted; null when it can. */
export function whyNotRevert(run: SyncLogView): string | null {
  if (isPlan(run)) return "A preview changes nothing."
  const { counts, units, streams } = countsApart(run)
  if (units !== null && streams.length === 0) return "What planned units add up to stands as it was read."
  const { created, updated, removed, restored } = counts
  return created + updated + removed + restored === 0 ? "This run changed nothing." : null
}
