import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { ScheduleView } from "@/lib/domain/integration-schedule"
import { SchedulesSection } from "./schedules-section"

const schedule: ScheduleView = {
  id: "00000000-0000-4000-8000-000000000001",
  task: "read",
  streams: ["circuits"],
  filter: [],
  cron: "30 4 * * 1-5",
  timeZone: "UTC",
  enabled: true,
  words: "At 04:30",
  nextAt: null,
}

/** The button that saves, as it is drawn at first. */
function saveButton(initial: ScheduleView[]): string {
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <SchedulesSection
        integrationId="00000000-0000-4000-8000-000000000002"
        initial={initial}
        save={async () => ({ ok: true, value: [] })}
      />
    </QueryClientProvider>,
  )
  return markup.split("<button").find((part) => part.includes("Save schedules")) ?? ""
}

test("S2-SCHEDULE nobody saves no schedules in place of the single one that an integration has", () => {
  expect(saveButton([])).toContain('aria-disabled="true"')
  expect(saveButton([])).toContain('aria-description="Add a schedule first."')
  expect(saveButton([schedule])).not.toContain('aria-disabled="true"')
})
