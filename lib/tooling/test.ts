/**
 * `npm test`: everything, in the order of what fails fastest. Says what it does, and prints as its last line how many tests
 * passed and failed. `-- unit` or `-- e2e` runs only that half.
 */
import { existsSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { z } from "zod"
import { buildWeb, isBuilt } from "./build-web"
import { launch } from "./launch"
import type { Processes } from "./processes"
import { setVariables } from "./set-variables"
import { say } from "./steps"

type Tally = { passed: number; failed: number; skipped: number }

const results = path.resolve("test-results")
const halves: Record<string, (processes: Processes) => Promise<Tally>> = { unit, e2e }

await launch(async ({ processes, stop }) => {
  const asked = process.argv.slice(2)
  const tallies: Tally[] = []
  for (const [name, run] of Object.entries(halves)) {
    if (asked.length === 0 || asked.includes(name)) tallies.push(await run(processes))
  }
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : ""
  process.on("exit", () => console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped}`))
  stop(sum("failed") === 0 ? 0 : 1)
})

async function unit(processes: Processes): Promise<Tally> {
  say("Unit and integration tests, on a Postgres of their own (about two minutes) …")
  const report = path.join(results, "unit.json")
  rmSync(report, { force: true })
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
  const went = await run(processes, "vitest", ["node_modules/vitest/vitest.mjs", "run", ...reporters])
  return tallyOf(went, report, vitestReport)
}

async function e2e(processes: Processes): Promise<Tally> {
  if (!isBuilt()) {
    say("Building the web pages (about half a minute) …")
    await buildWeb(processes, { folder: results })
  }
  say("End-to-end tests in Chromium, against all of Rollcall (about two minutes) …")
  const report = path.join(results, "e2e.json")
  rmSync(report, { force: true })
  const went = await run(processes, "playwright", ["node_modules/@playwright/test/cli.js", "test"])
  return tallyOf(went, report, playwrightReport)
}

/** Whether it ended well; what it has to say is shown as it comes. */
async function run(processes: Processes, name: string, args: string[]): Promise<boolean> {
  const env = { ...setVariables(), NODE_ENV: "test" }
  return processes.run({ name, args, env, output: "shown" }).then(
    () => true,
    () => false,
  )
}

const vitestReport = z
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

const playwrightReport = z
  .object({
    stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number(), skipped: z.number() }),
  })
  .transform(({ stats: { expected, flaky, unexpected, skipped } }) => ({
    passed: expected + flaky,
    failed: unexpected,
    skipped,
  }))

/** A runner that failed without a failed test to show for it counts as one. */
function tallyOf(went: boolean, file: string, report: z.ZodType<Tally>): Tally {
  const { passed, failed, skipped } = existsSync(file)
    ? report.parse(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 0, skipped: 0 }
  return { passed, failed: went ? failed : Math.max(1, failed), skipped }
}
