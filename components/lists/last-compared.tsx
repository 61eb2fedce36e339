import { None } from "@/components/ui/none"
import { RelativeTime } from "@/components/ui/relative-time"
import type { ServedList } from "@/lib/domain/published-list"
import { comparedAt } from "./list-wording"

/** When a run last fetched the list and found that it, and what lies in S3, are as this version. */
export function LastCompared(version: Pick<ServedList, "publishedAt" | "confirmedAt">) {
  const at = comparedAt(version)
  if (at === null) return <None text="not since it was published" />
  return (
    <>
      <RelativeTime at={at} />, and nothing had changed
    </>
  )
}
