import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { countOf, countRecords } from "@/components/inventory/noun-wording"
import type { Tone } from "@/components/ui/badge"
import { count, formatNumber } from "@/components/ui/format-number"
import type { Noun } from "@/lib/domain/noun"
import type { SyncCounts, SyncLogView, SyncMode, SyncStatus, SyncTrigger } from "@/lib/domain/sync-log"
import type { LineLevel } from "@/lib/domain/sync-log-query"
import { countsApart, type UnitsRead } from "./counts-apart"
import { isPlan, kindNames, kindOf } from "./run-kind"

/** Records that the run found in the source, whether or not anything about them had changed. */
export const confirmedRecords = (counts: SyncCounts): number =>
  counts.created + counts.updated + counts.unchanged + counts.restored

export const statusNames: Record<SyncStatus, string> = {
  PENDING: "Waiting",
  RUNNING: "Running",
  SUCCESS: "Succeeded",
  PARTIAL: "Partly done",
  FAILED: "Failed",
  CANCELLED: "Cancelled",
}

export const statusTones: Record<SyncStatus, Tone> = {
  PENDING: "live",
  RUNNING: "live",
  SUCCESS: "good",
  PARTIAL: "warn",
  FAILED: "bad",
  CANCELLED: "quiet",
}

/** The modes as kinds to choose among. */
export const modeNames: Record<SyncMode, string> = { sync: "Syncs", preview: "Previews", replay: "Replays" }

/** Lines from a level on, as something to choose. */
export const levelNames: Record<LineLevel, string> = {
  info: "Every line",
  warn: "Warnings and errors",
  error: "Errors",
}

export const triggerNames: Record<SyncTrigger, string> = {
  scheduled: "On schedule",
  manual: "By hand",
  api: "By the API",
  workflow_event: "By an event",
}

/** The outcome of a run in a few words: `25 devices synced`, or what became of it. */
export function outcomeOf(run: SyncLogView): string {
  const kind = kindOf(run)
  const name = kind === "application" ? "Applying a plan" : kindNames[kind]
  switch (run.status) {
    case "PENDING":
    case "RUNNING":
      return `${name} in progress`
    case "SUCCESS":
    case "PARTIAL":
      return doneWords(run)
    case "FAILED":
      return `${name} failed`
    case "CANCELLED":
      return `${name} cancelled`
  }
}

function doneWords(run: SyncLogView): string {
  const noun = nounOfProvider(run.provider)
  switch (kindOf(run)) {
    case "sync":
      if (noun !== "list-item") return foundWords(run, "synced", "read")
      return run.counts.held > 0 ? foundWords(run, "stay published") : foundWords(run, "published")
    case "application":
      return `Plan applied: ${changesOfRun(run)}`
    case "preview":
    case "replay":
      return foundWords(run, "compared")
    case "reversal":
      return "Revert planned"
  }
}

/** `20 circuits synced, planned units of 5 read`, whichever of the two there is. */
function foundWords(run: SyncLogView, verb: string, verbOfUnits = verb): string {
  const { counts, units, streams } = countsApart(run)
  const records = `${countRecords(confirmedRecords(counts), streams)} ${verb}`
  if (units === null) return records
  return streams.length === 0
    ? `Planned units of ${countOf(units.circuits, "circuit")} ${verbOfUnits}`
    : `${records}, planned units of ${formatNumber(units.circuits)} ${verbOfUnits}`
}

/** What a run read of planned units, or took from a plan, and what that changed, in one sentence; null for one that read none. */
export function unitsNote(run: SyncLogView): string | null {
  const { units } = countsApart(run)
  if (units === null) return null
  const circuits = countOf(units.circuits, "circuit")
  const changed = changedIn(units) === 0 ? "no aggregate" : count(changedIn(units), "aggregate")
  if (isPlan(run)) return `Planned units of ${circuits} compared, ${changed} would change.`
  const verb = kindOf(run) === "application" ? "taken from the plan" : "read"
  return `Planned units of ${circuits} ${verb}, ${changed} changed.`
}

/** New ones among them. */
const changedIn = ({ created, updated }: UnitsRead): number => created + updated

/** What a run changed, aggregates of planned units by their name; `no changes` when it changed nothing. */
export function changesOfRun(run: SyncLogView): string {
  const { counts, units } = countsApart(run)
  const records = changesOf(counts, nounOfProvider(run.provider))
  if (units === null || changedIn(units) === 0) return records
  const aggregates = `${count(changedIn(units), "aggregate")} changed`
  return records === noChanges ? aggregates : `${records}, ${aggregates}`
}

/** What a run changed, most telling first; `no changes` when it changed nothing. */
export function changesOf(counts: SyncCounts, noun: Noun = "device"): string {
  const isList = noun === "list-item"
  const parts = [
    [counts.created, isList ? "added" : "created"],
    [counts.updated, "updated"],
    [counts.removed, isList ? "gone" : "removed"],
    [counts.restored, "restored"],
  ] as const
  const said = parts.flatMap(([value, verb]) => (value > 0 ? [`${formatNumber(value)} ${verb}`] : []))
  return said.length === 0 ? noChanges : said.join(", ")
}

const noChanges = "no changes"

/** What a run left for a person to look at; null when nothing. */
export function leftOverOf(counts: SyncCounts, noun: Noun = "device"): string | null {
  const isList = noun === "list-item"
  const said = [
    counts.rejected > 0 ? `${count(counts.rejected, isList ? "item" : "record")} rejected` : null,
    counts.held > 0 ? (isList ? "a new list held" : `${count(counts.held, "removal")} held`) : null,
    counts.conflicts > 0 ? `${count(counts.conflicts, "serial conflict")}` : null,
  ].filter((part) => part !== null)
  return said.length === 0 ? null : said.join(", ")
}
