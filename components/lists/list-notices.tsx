"use client"
import Link from "next/link"
import { useOpenHolds } from "@/components/holds/open-holds"
import { Notice } from "@/components/ui/notice"
import type { ServedList } from "@/lib/domain/published-list"

type Props = { integrationId: string; served: ServedList | null }

/** What one should know before relying on the list: it is not read from S3, or a newer one waits for an admin. */
export function ListNotices({ integrationId, served }: Props) {
  const hold = useOpenHolds().items.find((one) => one.integrationId === integrationId)
  return (
    <>
      {hold !== undefined && (
        <Notice
          tone="warn"
          title="A newer list waits for an admin"
          actions={
            <Link href={`/holds/${hold.id}`} className="underline underline-offset-2">
              Look at it and decide
            </Link>
          }
        >
          {hold.reason} What is published stays as it is until then.
        </Notice>
      )}
      {served?.note != null && (
        <Notice tone="warn" title={titleOf(served)}>
          {served.note}
        </Notice>
      )}
    </>
  )
}

function titleOf({ items, source }: ServedList): string {
  if (items === 0) return "The list is empty"
  return source === "database" ? "The last good copy is served" : "Not as it was published"
}
