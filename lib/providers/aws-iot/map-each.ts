import type { Page, Reject, SourceRecord } from "@/lib/domain/session"

export type Mapped = Pick<Page, "records" | "rejects" | "skipped">

/** A record or a reject of each item. */
export function mapEach<T>(items: T[], map: (item: T) => SourceRecord | Reject): Mapped {
  const records: SourceRecord[] = []
  const rejects: Reject[] = []
  for (const item of items) {
    const outcome = map(item)
    if ("reason" in outcome) rejects.push(outcome)
    else records.push(outcome)
  }
  return { records, rejects, skipped: 0 }
}
