import { writeFileSync } from "node:fs"
import { describeMachine } from "@/bench/describe-machine"
import type { Measured } from "./run-circuits"
import type { PageTime } from "./time-pages"

type Report = {
  measured: Measured[]
  pages: PageTime[]
  pause: { calls: number; ms: number }
  kept: number
  databaseUrl: string
}

/** Prints the table and writes it to `bench/circuits.md`. */
export async function reportCircuits({ measured, pages, pause, kept, databaseUrl }: Report): Promise<void> {
  const head = `${await describeMachine(databaseUrl)}. ${kept.toLocaleString("en")} circuits were kept. Calls are those that WorkStudio's stand-in was sent, the one for its health included; a pause is a gap of ${pause.ms} ms or more between two of them, and due after every ${pause.calls} calls.`
  const table = [
    "| what | pause | seconds | calls | pauses | calls between pauses | shortest pause, ms |",
    "|---|---|---|---|---|---|---|",
    ...measured.map(({ what, isPausing, seconds, calls, pauses, between, shortest }) => {
      const cells = [
        what,
        isPausing ? `${pause.ms} ms after ${pause.calls}` : "none",
        seconds.toFixed(2),
        calls,
        isPausing ? pauses : "",
        between.join(", "),
        shortest === null ? "" : Math.round(shortest),
      ]
      return `| ${cells.join(" | ")} |`
    }),
  ].join("\n")
  const list = [
    "| the list, 50 of | circuits | ms |",
    "|---|---|---|",
    ...pages.map(({ what, total, ms }) => `| ${what} | ${total} | ${ms.toFixed(1)} |`),
  ].join("\n")
  console.log(`\n${head}\n\n${table}\n\n${list}`)
  writeFileSync(
    "bench/circuits.md",
    `# Circuits of WorkStudio\n\nMade by \`npm run bench -- circuits\`. ${head} Seconds belong to the machine.\n\n${table}\n\n${list}\n`,
  )
}
