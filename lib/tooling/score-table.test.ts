import { expect, test } from "vitest"
import { scoresOf, writtenScores } from "./score-table"

const result = (part: string, title: string, status: string) => ({
  ancestorTitles: [part],
  title,
  status,
})

test("N-SCORE the table counts what each connector passed, by part of the suite", () => {
  const scores = scoresOf({
    testResults: [
      {
        name: "/x/lib/providers/a/conformance.test.ts",
        assertionResults: [
          result("S0-FETCH Kandji reads what is there", "reads 1 device", "passed"),
          result("S4-RETRY Kandji when the service fails", "passes over a 500", "failed"),
          result("S3-ISOLATE Kandji when the list is not as it should be", "takes NUL out", "skipped"),
        ],
      },
      {
        name: "/x/other.test.ts",
        assertionResults: [result("S0-FETCH Other reads what is there", "x", "passed")],
      },
    ],
  })
  expect(writtenScores(scores)).toContain("| Kandji | 1 of 1 | 0 of 1 | 0 of 0 | 1 of 2 |")
  expect([...scores.connectors.keys()]).toEqual(["Kandji"])
})
