import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { type NotificationSettings, noticeKind, notificationRules } from "@/lib/domain/notification-rules"
import { EmailPanel } from "./email-panel"

type LastTest = NonNullable<NotificationSettings["email"]["lastTest"]>

const everywhere = noticeKind.options.map((kind) => [kind, { inApp: true, email: true }])
const rules = notificationRules.parse(Object.fromEntries(everywhere))

const text = (email: Partial<NotificationSettings["email"]>) => {
  const usual = {
    isSetUp: true,
    from: "rollcall@example.com",
    waiting: 0,
    lastError: null,
    lastSentAt: null,
    lastTest: null,
  }
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <EmailPanel
        initial={{ rules, email: { ...usual, ...email } }}
        testEmail={async () => ({ ok: false, message: "Not now.", errors: {} })}
      />
    </QueryClientProvider>,
  )
  return markup.replace(/<[^>]+>/g, "").replace(/\s+/g, " ")
}

test("O-NOTIFY e-mails that wait are told of, whether or not the last one was taken", () => {
  expect(text({})).not.toMatch(/wait/)
  expect(text({ waiting: 3 })).toContain("3 e-mails wait to be sent.")
  expect(text({ waiting: 1, lastError: "The mail server is down." })).toMatch(
    /1 e-mail waits to be sent\..*The mail server is down\. What waits is tried again\./,
  )
  expect(text({ lastError: "The mail server is down." })).not.toContain("tried again")
})

test("O-NOTIFY what became of the last test is told where it was asked for", () => {
  const usual: LastTest = {
    recipient: "ada@example.com",
    createdAt: "2026-11-22T10:00:00.000Z",
    status: "pending",
    error: null,
    nextAttemptAt: null,
  }
  const test = (more: Partial<LastTest>) => text({ lastTest: { ...usual, ...more } })
  expect(test({})).toMatch(/Test to ada@example\.com.*Under way/)
  expect(test({ status: "sent" })).toContain("The mail server took it")
  const down = { error: "The mail server is down.", nextAttemptAt: "2026-11-22T10:05:00.000Z" }
  expect(test(down)).toMatch(/To be tried again.*The mail server is down\..*Next try/)
})
