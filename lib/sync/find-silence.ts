/** One read of a stream, as far as "is this like it always is" goes. `at`: when it ended; `freshestAt`: ISO 8601. */
export type PastRead = {
  records: number
  created: number
  updated: number
  freshestAt: string | null
  at: Date
}

/** Fewer runs than this are no past to compare with. */
const enough = 5

/**
 * What looks unlike the stream's own past though nothing failed (N-SILENT): far fewer or far more records, far more changes,
 * or a source whose newest news is old. One sentence each; empty when all is as usual.
 */
export function findSilence(read: PastRead, past: PastRead[]): string[] {
  if (past.length < enough) return []
  return [volume(read, past), churn(read, past), freshness(read, past)].filter((found) => found !== null)
}

function volume({ records }: PastRead, past: PastRead[]): string | null {
  const usual = median(past.map((one) => one.records))
  if (Math.abs(records - usual) <= 10) return null
  if (records < usual / 2)
    return `The source sent ${records} records; usually it sends about ${usual}. Check that its filter and permissions are as they were.`
  if (records > usual * 2)
    return `The source sent ${records} records; usually it sends about ${usual}. Check that its filter is as it was.`
  return null
}

function churn(read: PastRead, past: PastRead[]): string | null {
  const changed = read.created + read.updated
  const usual = median(past.map((one) => (one.created + one.updated) / Math.max(1, one.records)))
  const share = changed / Math.max(1, read.records)
  if (changed <= 20 || share <= Math.max(0.2, usual * 5)) return null
  return `${percent(share)} of the records changed in this run; usually it is about ${percent(usual)}. If nobody expected that, look at the changes, and revert the run if they are wrong.`
}

const dayMs = 86_400_000

function freshness(read: PastRead, past: PastRead[]): string | null {
  const age = ageOf(read)
  const usual = median(past.map(ageOf).filter((one) => one !== null))
  if (age === null || Number.isNaN(usual) || age <= Math.max(dayMs, usual * 5)) return null
  return `The newest activity that the source knows of is ${Math.floor(age / 3_600_000)} hours old. It answers, but it may have stopped hearing from its devices.`
}

const ageOf = ({ at, freshestAt }: PastRead): number | null =>
  freshestAt === null ? null : at.getTime() - Date.parse(freshestAt)

const percent = (share: number): string => `${Math.round(share * 100)} %`

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
