import { z } from "zod"

/** How a run belongs to others (N-PLAN, N-REPLAY, N-HISTORY): ids of runs, null where it does not. */
export const planLinks = z.object({
  /** The run that carried this one's plan out, or is about to; one that failed or was cancelled does not count. */
  appliedBy: z.uuid().nullable(),
  /** The preview whose plan this run carries out. */
  applies: z.uuid().nullable(),
  /** The run whose stored pages this one read instead of the provider. */
  replays: z.uuid().nullable(),
  /** The run that this preview would undo. */
  reverts: z.uuid().nullable(),
})
export type PlanLinks = z.infer<typeof planLinks>
