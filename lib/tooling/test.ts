/**
 * `npm test`: everything, what fails fastest first. Says what it does; its last line tells how many tests passed and failed.
 * `-- unit` or `-- e2e` runs only that half.
 */
import { rmSync } from "node:fs"
import path from "node:path"
import { buildWeb, isBuilt } from "./build-web"
import { areBundled, bundlePrograms } from "./bundle"
import { launch } from "./launch"
import type { Processes } from "./processes"
import { setVariables } from "./set-variables"
import { say } from "./steps"
import { playwrightReport, type Tally, tallyOf, vitestReport } from "./test-reports"

const results = path.resolve("test-results")
const halves = { unit, e2e }
const asked = process.argv.slice(2)
const chosen = Object.entries(halves).filter(([name]) => asked.length === 0 || asked.includes(name))
const tallies: Tally[] = []
process.on("exit", printSum)

await launch(async ({ processes, stop }) => {
  for (const [, half] of chosen) tallies.push(await half(processes))
  stop(sum("failed") === 0 ? 0 : 1)
})

async function unit(processes: Processes): Promise<Tally> {
  if (!areBundled()) await bundlePrograms() // what the tests start then starts several times faster
  say("Unit and integration tests, on a Postgres of their own (five to eight minutes on two cores) …")
  const file = path.join(results, "unit.json")
  rmSync(file, { force: true })
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
  const endedWell = await run(processes, "vitest", ["node_modules/vitest/vitest.mjs", "run", ...reporters])
  return tallyOf({ file, report: vitestReport, endedWell })
}

async function e2e(processes: Processes): Promise<Tally> {
  if (!isBuilt()) {
    say("Building the web pages (half a minute to two) …")
    await buildWeb(processes, { folder: results })
  }
  say("End-to-end tests in Chromium, against all of Rollcall (three to six minutes) …")
  const file = path.join(results, "e2e.json")
  rmSync(file, { force: true })
  const endedWell = await run(processes, "playwright", ["node_modules/@playwright/test/cli.js", "test"])
  return tallyOf({ file, report: playwrightReport, endedWell })
}

/** Whether it ended well; what it has to say is shown as it comes. */
async function run(processes: Processes, name: string, args: string[]): Promise<boolean> {
  const env = { ...setVariables(), NODE_ENV: "test" }
  return processes.run({ name, args, env, output: "shown" }).then(
    () => true,
    () => false,
  )
}

/** Halves that did not come to their end count as a failure. */
function printSum(): void {
  const unfinished = chosen.length - tallies.length
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : ""
  console.log(`${sum("passed")} passed, ${sum("failed") + unfinished} failed${skipped}`)
}

function sum(key: keyof Tally): number {
  return tallies.reduce((total, tally) => total + tally[key], 0)
}
