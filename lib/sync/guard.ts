import type { RemovalPolicy } from "@/lib/domain/integration"
import type { PlanTally, RemovalDecision } from "./stream-target"

type Evidence = {
  /** The read ended normally. */
  complete: boolean
  /** Why the read does not count as whole although it ended. */
  incomplete: string | null
  /** That is by choice, and no fault. */
  isByChoice: boolean
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
 * against the read having seen everything, so that the next one may be compared with it. `isSuspicious`: somebody should look.
 */
export type Verdict = {
  decision: RemovalDecision
  proven: boolean
  isSuspicious: boolean
  sentence: string
}

/**
 * Absence counts only between two complete reads of one scope. The first marks, the second retires, and what looks like an
 * accident (an empty read, more missing than the larger of the policy's records and percent) waits for an admin. What waits is
 * never retired by a later run, however few it has become.
 */
export function judgeRemovals(evidence: Evidence): Verdict {
  const doubt = whyNotProven(evidence)
  if (doubt !== null)
    return { decision: { kind: "none" }, proven: false, isSuspicious: !evidence.isByChoice, sentence: doubt }
  return { isSuspicious: false, ...judgeProven(evidence), proven: true }
}

type Judged = Pick<Verdict, "decision" | "sentence"> & { isSuspicious?: boolean }

function judgeProven({ scope, lastScope, tally, policy }: Evidence): Judged {
  const { staged, known, absentTwice, held, lapsed, dismissed } = tally
  const missing = tally.absent - dismissed
  if (missing === 0) return { decision: { kind: "none" }, sentence: allowed(tally) }
  if (scope !== lastScope) {
    const sentence = `Nothing removed: this is the first complete read of this selection. ${absentWords(missing)}; that counts from the next one.`
    return { decision: { kind: "mark" }, sentence }
  }
  const limit = Math.max(policy.records, (known * policy.percent) / 100)
  if (absentTwice === held) return judgeFirst(missing - absentTwice, limit, tally)
  if (staged === 0) return hold(`The ${nothingSent(tally)}`)
  if (missing > limit) return hold(`${tooMany({ missing, limit, policy, tally })}.`)
  if (lapsed > 0)
    return hold(
      `${removals(lapsed)} that nobody decided on in time ${lapsed === 1 ? "is" : "are"} asked for again.`,
    )
  return { decision: { kind: "retire" }, sentence: allowed(tally) }
}

/** Nobody is missing for a second time but those who wait for an admin. */
function judgeFirst(first: number, limit: number, tally: PlanTally): Judged {
  if (first === 0) return { decision: { kind: "mark" }, sentence: allowed(tally) }
  if (tally.staged === 0) {
    const sentence = `Nothing removed: the ${nothingSent(tally)} If the next complete read is empty too, an admin is asked.`
    return { decision: { kind: "mark" }, isSuspicious: true, sentence }
  }
  const isSuspicious = first > limit
  const next = isSuspicious
    ? `more than the limit of ${Math.floor(limit)}. If the next complete read misses them too, their removal waits for an admin`
    : "and removed when the next complete read misses them too"
  const sentence = `${allowed(tally)}; ${absentWords(first)} for the first time, ${next}`
  return { decision: { kind: "mark" }, isSuspicious, sentence }
}

type TooMany = { missing: number; limit: number; policy: RemovalPolicy; tally: PlanTally }

function tooMany({ missing, limit, policy, tally: { known, absentTwice } }: TooMany): string {
  const line = `more than the limit of ${Math.floor(limit)} (the larger of ${policy.records} and ${policy.percent} %)`
  if (missing === absentTwice) return `${missing} of ${known} records are gone, ${line}`
  return `${missing} of ${known} records are missing, ${missing - absentTwice} of them for the first time; that is ${line}`
}

function allowed({ held, dismissed }: PlanTally): string {
  const waiting = held > 0 ? [`${removals(held)} ${held === 1 ? "waits" : "wait"} for an admin`] : []
  const left =
    dismissed > 0
      ? [`${removals(dismissed)} that an admin dismissed ${dismissed === 1 ? "is" : "are"} left alone`]
      : []
  return ["allowed", ...waiting, ...left].join("; ")
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
  isSuspicious: true,
  sentence: `held for an admin: ${reason}`,
})

const nothingSent = ({ known }: PlanTally): string =>
  `provider sent no records at all, but ${known === 1 ? "1 is" : `${known} are`} known.`

const absentWords = (absent: number): string =>
  absent === 1 ? "1 record is missing" : `${absent} records are missing`

const removals = (count: number): string => (count === 1 ? "1 removal" : `${count} removals`)
