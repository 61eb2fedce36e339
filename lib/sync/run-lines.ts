import type { StreamCheckpoint } from "./checkpoint"
import type { Verdict } from "./guard"
import type { Line } from "./store"
import type { ApplyTally } from "./stream-target"

type Told = { read: StreamCheckpoint; verdict: Verdict; done: ApplyTally; silent: string[] }

/** What a stream's run has to say to its reader. */
export function linesOf({ read, verdict, done, silent }: Told): Line[] {
  const warnings: Line[] = [
    ...done.warnings.map((warning): Line => ({ level: "warn", ...warning })),
    ...silent.map((message): Line => ({ level: "warn", message })),
  ]
  const removals: Line = {
    level: verdict.isSuspicious ? "warn" : "info",
    message: `Removals: ${verdict.sentence}`,
  }
  if (read.stripped === 0) return [...warnings, removals]
  const message = `${read.stripped} characters that no database text can hold (NUL) were taken out.`
  return [...warnings, removals, { level: "warn", message }]
}
