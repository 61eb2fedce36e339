import { syncIntervals } from "@/lib/domain/intervals"

type Interval = (typeof syncIntervals)[number]

/** When an integration syncs, as somebody is choosing it; the cron line is kept while another choice is tried. */
export type ScheduleDraft = {
  choice: "manual" | "cron" | Interval
  cron: string
  timeZone: string
  syncEnabled: boolean
}

type Saved = { syncInterval: number | null; cron: string | null; timeZone: string; syncEnabled: boolean }

const exampleCron = "0 4 * * *"

export function scheduleDraftOf(saved: Saved): ScheduleDraft {
  const interval = syncIntervals.find((seconds) => seconds === saved.syncInterval)
  return {
    choice: saved.cron !== null ? "cron" : (interval ?? "manual"),
    cron: saved.cron ?? exampleCron,
    timeZone: saved.timeZone,
    syncEnabled: saved.syncEnabled,
  }
}

/** The draft as the API takes it: at most one of interval and cron. */
export function scheduleInputOf({ choice, cron, timeZone, syncEnabled }: ScheduleDraft) {
  return {
    syncInterval: typeof choice === "number" ? choice : null,
    cron: choice === "cron" ? cron.trim() : null,
    timeZone,
    syncEnabled,
  }
}

/** An interval in words: `Every 15 minutes`. Seconds in. */
export function intervalWords(seconds: number): string {
  if (seconds === 86_400) return "Every day"
  if (seconds === 3600) return "Every hour"
  return seconds < 3600 ? `Every ${seconds / 60} minutes` : `Every ${seconds / 3600} hours`
}

/** Everything that can be chosen, in the order it is offered. */
export const scheduleChoices: { value: ScheduleDraft["choice"]; label: string }[] = [
  ...syncIntervals.map((seconds) => ({ value: seconds, label: intervalWords(seconds) })),
  { value: "cron", label: "At set times" },
  { value: "manual", label: "Manual only" },
]
