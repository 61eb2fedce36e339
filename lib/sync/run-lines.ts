import type { StreamCheckpoint } from "./checkpoint"
import type { Verdict } from "./guard"
import type { Line } from "./store"
import type { ApplyTally } from "./stream-target"

type Told = { read: StreamCheckpoint; verdict: Verdict; done: ApplyTally }

/** What a stream's run has to say to its reader. */
export function linesOf({ read, verdict, done }: Told): Line[] {
  const warnings: Line[] = done.warnings.map((warning) => ({ level: "warn", ...warning }))
  const isHold = verdict.decision.kind === "hold"
  const removals: Line = { level: isHold ? "warn" : "info", message: `Removals: ${verdict.sentence}` }
  if (read.stripped === 0) return [...warnings, removals]
  const message = `${read.stripped} characters that no database text can hold (NUL) were taken out.`
  return [...warnings, removals, { level: "warn", message }]
}
