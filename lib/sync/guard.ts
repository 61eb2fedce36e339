import type { RemovalPolicy } from "@/lib/domain/integration"
import type { PlanTally, RemovalDecision } from "./stream-target"

type Evidence = {
  /** The read ended normally. */
  complete: boolean
  /** Why the read does not count as whole although it ended. */
  incomplete: string | null
  /** What this read covered, and what the last complete one covered; null when there was none. */
  scope: string
  lastScope: string | null
  /** Records that the provider sent and that could not be identified: any of them may be one we miss. */
  unidentified: number
  expectedTotal: number | null
  received: number
  tally: PlanTally
  policy: RemovalPolicy
}

/**
 * What may happen to records that this read did not hold, and why in one sentence for the receipt. `proven`: nothing speaks
 * against the read having seen everything, so that the next one may be compared with it.
 */
export type Verdict = { decision: RemovalDecision; proven: boolean; sentence: string }

/**
 * Absence counts only between two complete reads of one scope. The first marks, the second retires, and what looks like an
 * accident (an empty read, more than the larger of the policy's records and percent) waits for an admin.
 */
export function judgeRemovals(evidence: Evidence): Verdict {
  const doubt = whyNotProven(evidence)
  if (doubt !== null) return { decision: { kind: "none" }, proven: false, sentence: doubt }
  return { ...judgeProven(evidence), proven: true }
}

type Judged = Omit<Verdict, "proven">

function judgeProven(evidence: Evidence): Judged {
  const { tally, policy } = evidence
  if (tally.absent === 0) return { decision: { kind: "none" }, sentence: "allowed" }
  if (evidence.scope !== evidence.lastScope) {
    const sentence = `Nothing removed: this is the first complete read of this selection. ${absentWords(tally.absent)} will count from the next one.`
    return { decision: { kind: "mark" }, sentence }
  }
  if (tally.absentTwice === 0) {
    return {
      decision: { kind: "mark" },
      sentence: `allowed; ${absentWords(tally.absent)} for the first time and will be removed when the next complete read misses them too`,
    }
  }
  const limit = Math.max(policy.records, (tally.known * policy.percent) / 100)
  if (tally.staged === 0) return hold(`The provider sent no records at all, but ${tally.known} are known.`)
  if (tally.absentTwice > limit) {
    return hold(
      `${tally.absentTwice} of ${tally.known} records are gone, more than the limit of ${Math.floor(limit)} (the larger of ${policy.records} and ${policy.percent} %).`,
    )
  }
  return { decision: { kind: "retire" }, sentence: "allowed" }
}

function whyNotProven(evidence: Evidence): string | null {
  const { complete, incomplete, unidentified, expectedTotal, received } = evidence
  if (!complete) return "Nothing removed: the read did not reach the end."
  if (incomplete !== null) return `Nothing removed: ${incomplete}`
  if (unidentified > 0)
    return `Nothing removed: ${unidentified} records came without an id, so it is not certain which are gone.`
  if (expectedTotal !== null && received < expectedTotal) {
    return `Nothing removed: the provider speaks of ${expectedTotal} records and sent ${received}.`
  }
  return null
}

const hold = (reason: string): Judged => ({
  decision: { kind: "hold", reason },
  sentence: `held for an admin: ${reason}`,
})

const absentWords = (absent: number): string =>
  absent === 1 ? "1 record is missing" : `${absent} records are missing`
