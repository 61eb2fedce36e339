import type { SyncLogLine } from "@/lib/domain/sync-log"

/** Rejects of one reason, in the order they came. */
export type RejectGroup = { reason: string; title: string; lines: SyncLogLine[] }

const titles: Record<string, string> = {
  no_serial: "Without a serial number",
  invalid: "With a value that cannot be taken",
  no_external_id: "Without an id",
  other_scope: "Of another scope",
  duplicate_serial: "With a serial number that another record has too",
  unknown_model: "Of a model that is not known",
}

/** Groups a run's rejects by reason, the largest group first. */
export function groupRejects(lines: SyncLogLine[]): RejectGroup[] {
  const groups = new Map<string, SyncLogLine[]>()
  for (const line of lines) {
    if (line.reason !== null) groups.set(line.reason, [...(groups.get(line.reason) ?? []), line])
  }
  return [...groups]
    .map(([reason, lines]) => ({ reason, title: titles[reason] ?? reason, lines }))
    .sort((one, other) => other.lines.length - one.lines.length)
}
