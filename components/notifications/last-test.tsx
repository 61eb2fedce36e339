"use client"
import { Badge } from "@/components/ui/badge"
import { RelativeTime } from "@/components/ui/relative-time"
import type { NotificationSettings } from "@/lib/domain/notification-rules"

type Test = NonNullable<NotificationSettings["email"]["lastTest"]>

/** The last test e-mail and what became of it. */
export function LastTest({ test }: { test: Test }) {
  const { recipient, createdAt, error, nextAttemptAt } = test
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <span className="text-ink-soft wrap-anywhere">
        Test to {recipient}, <RelativeTime at={createdAt} />
      </span>
      <span role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1 wrap-anywhere">
        <State test={test} />
        {error}
      </span>
      {nextAttemptAt !== null && (
        <span className="text-ink-soft">
          Next try <RelativeTime at={nextAttemptAt} isPlanned />.
        </span>
      )}
    </div>
  )
}

function State({ test: { status, error } }: { test: Test }) {
  switch (status) {
    case "sent":
      return <Badge tone="good">The mail server took it</Badge>
    case "failed":
      return <Badge tone="bad">Refused for good</Badge>
    case "pending":
      return error === null ? (
        <Badge tone="live">Under way</Badge>
      ) : (
        <Badge tone="warn">To be tried again</Badge>
      )
  }
}
