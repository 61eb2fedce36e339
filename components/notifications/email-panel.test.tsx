import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { NotificationSettings } from "@/lib/domain/notification-rules"
import { EmailPanel } from "./email-panel"

const text = (email: Partial<NotificationSettings["email"]>) => {
  const usual = { isSetUp: true, from: "rollcall@example.com", waiting: 0, lastError: null, lastSentAt: null }
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <EmailPanel
        email={{ ...usual, ...email }}
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
