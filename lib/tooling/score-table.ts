import { z } from "zod"

/** What is read of Vitest's JSON report. */
export const conformanceReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
})

/** The parts of the suite, by the words that end their titles. */
const parts = {
  "reads what is there": "Reads everything",
  "when the service fails": "The service fails",
  "when the list is not as it should be": "The list is faulty",
} as const
type Part = keyof typeof parts

type Score = Record<Part, { passed: number; failed: number }>
type Scores = { connectors: Map<string, Score>; titles: Map<Part, Set<string>> }

/** Counts by connector and part; what does not apply to a service (it tells no names) is not counted. */
export function scoresOf({ testResults }: z.infer<typeof conformanceReport>): Scores {
  const scores: Scores = { connectors: new Map(), titles: new Map() }
  for (const { name, assertionResults } of testResults) {
    if (!name.endsWith("conformance.test.ts")) continue
    for (const { ancestorTitles, title, status } of assertionResults) {
      const [connector, part] = readTitle(ancestorTitles[0] ?? "")
      if (connector === null || part === null) continue
      const score = scores.connectors.get(connector) ?? emptyScore()
      if (status === "passed") score[part].passed += 1
      else if (status === "failed") score[part].failed += 1
      scores.connectors.set(connector, score)
      scores.titles.set(part, (scores.titles.get(part) ?? new Set()).add(title))
    }
  }
  return scores
}

/** The page of the docs. */
export function writtenScores({ connectors, titles }: Scores): string {
  const rows = [...connectors].sort(([one], [other]) => one.localeCompare(other)).map(writtenRow)
  return `# How the connectors stand the suite

Written by \`npm run scores\`, which runs one suite of reads and faults (\`lib/providers/conformance.test-support.ts\`) against every connector and its
stand-in (N-SCORE). What a service cannot show, such as names that it does not tell, is not counted.

WorkStudio is not in it, for the suite is about lists that are read page by page. What it asks of those WorkStudio is asked in suites of its
own, with the faults that are its: \`lib/providers/workstudio/session.test.ts\` and \`odd-replies.test.ts\` (a view comes whole in one reply, every
failure but a 401 is tried five times, nothing is ever removed).

| connector | ${Object.values(parts).join(" | ")} | in all |
|---|---|---|---|---|
${rows.join("\n")}

${[...titles].map(([part, each]) => `**${parts[part]}:** ${[...each].join("; ")}.`).join("\n\n")}
`
}

function writtenRow([connector, score]: [string, Score]): string {
  const each = Object.values(score)
  const sum = {
    passed: each.reduce((total, { passed }) => total + passed, 0),
    failed: each.reduce((total, { failed }) => total + failed, 0),
  }
  return `| ${[connector, ...[...each, sum].map(({ passed, failed }) => `${passed} of ${passed + failed}`)].join(" | ")} |`
}

function readTitle(title: string): [connector: string | null, part: Part | null] {
  for (const part of Object.keys(parts).filter((key): key is Part => Object.hasOwn(parts, key)))
    if (title.endsWith(` ${part}`)) return [title.replace(/^\S+ /, "").slice(0, -part.length - 1), part]
  return [null, null]
}

const emptyScore = (): Score => ({
  "reads what is there": { passed: 0, failed: 0 },
  "when the service fails": { passed: 0, failed: 0 },
  "when the list is not as it should be": { passed: 0, failed: 0 },
})
