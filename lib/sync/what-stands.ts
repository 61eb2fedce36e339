import { checkpoint } from "./checkpoint"

/** What a run that failed has left behind, in a sentence for its reader. */
export function whatStands(run: { checkpoint: unknown }): string {
  const read = Object.entries(checkpoint.parse(run.checkpoint ?? {}))
  const applied = read.flatMap(([stream, { applied }]) => (applied ? [stream] : []))
  return applied.length === 0
    ? "Nothing was removed."
    : `What it read of ${applied.join(", ")} was applied before, and stands.`
}
