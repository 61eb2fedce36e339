import { expect, test } from "vitest"
import { scheduleChoices, scheduleDraftOf, scheduleInputOf } from "./schedule-draft"

const saved = { syncInterval: null, cron: null, timeZone: "Europe/Berlin", syncEnabled: true }

test("S4-INTERVALS offers the intervals in words, set times and manual only", () => {
  expect(scheduleChoices.map(({ label }) => label)).toEqual([
    "Every 5 minutes",
    "Every 15 minutes",
    "Every 30 minutes",
    "Every hour",
    "Every 6 hours",
    "Every day",
    "At set times",
    "Manual only",
  ])
})

test.each([saved, { ...saved, syncInterval: 900 }, { ...saved, cron: "30 4 * * 1-5", syncEnabled: false }])(
  "S4-WIZARD an unchanged schedule is saved as it was: %o",
  (schedule) => {
    expect(scheduleInputOf(scheduleDraftOf(schedule))).toEqual(schedule)
  },
)

test("S4-WIZARD a cron line tried and left is not saved", () => {
  const draft = { ...scheduleDraftOf({ ...saved, cron: "30 4 * * *" }), choice: 3600 as const }
  expect(scheduleInputOf(draft)).toMatchObject({ syncInterval: 3600, cron: null })
})
