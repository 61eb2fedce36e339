"use client"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { count } from "@/components/ui/format-number"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import { toast } from "@/components/ui/toast"
import type { NotificationSettings } from "@/lib/domain/notification-rules"
import { notificationSettingsQuery } from "@/lib/queries/notifications"
import { LastTest } from "./last-test"
import type { NotificationActions } from "./notification-actions"

type Props = { initial: NotificationSettings; testEmail: NotificationActions["testEmail"] }

/** Whether e-mail works, and a way to try it. */
export function EmailPanel({ initial, testEmail }: Props) {
  const { data } = useQuery({ ...notificationSettingsQuery(), initialData: initial })
  const { email } = data
  return (
    <Panel title="E-mail" aside={email.isSetUp && <TestButton testEmail={testEmail} />}>
      <div className="space-y-3 p-4">{email.isSetUp ? <State email={email} /> : <NotSetUp />}</div>
    </Panel>
  )
}

function NotSetUp() {
  return (
    <Notice tone="warn" title="E-mail is not set up">
      Nothing is e-mailed until whoever runs Rollcall names a mail server in <code>SMTP_URL</code> and a
      sender in <code>MAIL_FROM</code>, for web and worker.
    </Notice>
  )
}

type Email = NotificationSettings["email"]

function State({ email }: { email: Email }) {
  const { from, waiting, lastError, lastSentAt, lastTest } = email
  return (
    <>
      <p className="text-ink-soft wrap-anywhere">
        E-mails come from <span className="text-ink">{from}</span>.{" "}
        {lastSentAt === null ? (
          "None was sent yet."
        ) : (
          <>
            The last one was sent <RelativeTime at={lastSentAt} />.
          </>
        )}{" "}
        {waiting > 0 && `${count(waiting, "e-mail")} ${waiting === 1 ? "waits" : "wait"} to be sent.`}
      </p>
      {lastTest !== null && <LastTest test={lastTest} />}
      {lastError !== null && lastError !== lastTest?.error && (
        <Notice tone="bad" title="The last e-mail was not sent">
          {lastError} {waiting > 0 && "What waits is tried again."}
        </Notice>
      )}
    </>
  )
}

function TestButton({ testEmail }: Pick<Props, "testEmail">) {
  const cache = useQueryClient()
  const test = useAction({
    act: () => testEmail({}),
    onDone: ({ recipient }) => toast(`A test is on its way to ${recipient}`),
    onAnswer: () => cache.invalidateQueries(notificationSettingsQuery()),
    toldAs: "No test was sent",
  })
  return (
    <Button size="sm" busy={test.isPending} onClick={() => test.run()}>
      Send a test to me
    </Button>
  )
}
