import type { ActionResult } from "@/lib/domain/action-result"
import type { HoldOutcome } from "@/lib/domain/removal-hold"

/** Decides over the listed records of a hold, over all of them without a list. */
export type Decide = (input: { id: string; externalIds?: string[] }) => Promise<ActionResult<HoldOutcome>>

export type HoldActions = { approve: Decide; dismiss: Decide }
