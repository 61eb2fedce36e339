import type { ScheduleEntry, ScheduleView } from "@/lib/domain/integration-schedule"

/** A schedule as it is being edited: its job statuses as one text, and a key for its row. */
export type ScheduleDraft = ScheduleEntry & { key: string; filterText: string }

/** What a schedule can do. */
export type ScheduleKind = "circuits" | "planned-units" | "snapshots"

export const kindNames: Record<ScheduleKind, string> = {
  circuits: "Read circuits",
  "planned-units": "Read planned units",
  snapshots: "Take snapshots",
}

export const draftOf = (view: ScheduleView): ScheduleDraft => ({
  ...fieldsOf(view),
  key: view.id,
  filterText: view.filter.join(", "),
})

export const entryOf = (draft: ScheduleDraft): ScheduleEntry => ({
  ...fieldsOf(draft),
  filter: draft.filterText.split(/[,\s]+/).filter((part) => part !== ""),
})

/** A new row: circuits early on workdays, in the zone of whoever adds it. */
export const emptyDraft = (timeZone: string): ScheduleDraft => ({
  task: "read",
  streams: ["circuits"],
  filter: [],
  filterText: "",
  cron: "30 4 * * 1-5",
  timeZone,
  enabled: true,
  key: crypto.randomUUID(),
})

export function kindOf({ task, streams }: ScheduleEntry): ScheduleKind {
  if (task === "snapshots") return "snapshots"
  return streams.includes("planned-units") && !streams.includes("circuits") ? "planned-units" : "circuits"
}

/** What choosing another kind changes; only reading circuits goes by their status. */
export function partOf(kind: ScheduleKind): Partial<ScheduleDraft> {
  switch (kind) {
    case "circuits":
      return { task: "read", streams: ["circuits"] }
    case "planned-units":
      return { task: "read", streams: ["planned-units"], filterText: "" }
    case "snapshots":
      return { task: "snapshots", streams: [], filterText: "" }
  }
}

const fieldsOf = ({ task, streams, filter, cron, timeZone, enabled }: ScheduleEntry): ScheduleEntry => ({
  task,
  streams,
  filter,
  cron,
  timeZone,
  enabled,
})
