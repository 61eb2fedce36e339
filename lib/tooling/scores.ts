/** `npm run scores`: runs the conformance suite against every connector and writes what came out to docs/connector-scores.md. */
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { launch } from "./launch"
import { conformanceReport, scoresOf, writtenScores } from "./score-table"
import { setVariables } from "./set-variables"
import { say } from "./steps"

const file = path.resolve("test-results/scores.json")
const table = path.resolve("docs/connector-scores.md")

await launch(async ({ processes, stop }) => {
  say("The conformance suite against every connector (a few minutes) …")
  rmSync(file, { force: true })
  const args = [
    "run",
    "lib/providers",
    "-t",
    "^S(0-FETCH|4-RETRY|3-ISOLATE) ",
    "--reporter=json",
    `--outputFile=${file}`,
  ]
  const endedWell = await processes
    .run({
      name: "vitest",
      args: ["node_modules/vitest/vitest.mjs", ...args],
      env: { ...setVariables(), NODE_ENV: "test" },
      output: "shown",
    })
    .then(
      () => true,
      () => false,
    )
  const scores = scoresOf(conformanceReport.parse(JSON.parse(readFileSync(file, "utf8"))))
  writeFileSync(table, writtenScores(scores))
  say(`${scores.connectors.size} connectors are in ${path.relative("", table)}`)
  stop(endedWell ? 0 : 1)
})
