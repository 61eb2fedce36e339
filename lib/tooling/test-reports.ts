import { existsSync, readFileSync } from "node:fs"
import { z } from "zod"

export type Tally = { passed: number; failed: number; skipped: number }

/** What Vitest's JSON report counts. */
export const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))

/** What Playwright's JSON report counts; a test that passed at its second try has passed. */
export const playwrightReport = z
  .object({
    stats: z.object({
      expected: z.number(),
      flaky: z.number(),
      unexpected: z.number(),
      skipped: z.number(),
    }),
  })
  .transform(({ stats: { expected, flaky, unexpected, skipped } }) => ({
    passed: expected + flaky,
    failed: unexpected,
    skipped,
  }))

type Outcome = { file: string; report: z.ZodType<Tally>; endedWell: boolean }

/** Reads a report. A runner that failed without a failed test to show for it counts as one. */
export function tallyOf({ file, report, endedWell }: Outcome): Tally {
  const { passed, failed, skipped } = existsSync(file)
    ? report.parse(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 0, skipped: 0 }
  return { passed, failed: endedWell ? failed : Math.max(1, failed), skipped }
}
