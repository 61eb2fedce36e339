import { parseArgs } from "node:util"
import { z } from "zod"

export type Place = { databaseUrl: string; simulatorUrl: string; apiKey: string }

/** Something that can sync; `sync` returns when everything is in the database. */
export type Contender = (place: Place) => Promise<{
  sync: () => Promise<void>
  /** The sync that makes removals, and what it takes to have them made; a sync like any other where left out. */
  remove?: () => Promise<void>
  close: () => Promise<void>
}>

/** `prove`: the read that first misses what is gone, for those who ask for two. */
export const step = z.enum(["sync", "prove", "remove"])
export type Step = z.infer<typeof step>

/** What a contender's process prints: milliseconds of one sync, peak RSS of the process in bytes. */
export const outcome = z.object({ ms: z.number(), rss: z.number() })
export type Outcome = z.infer<typeof outcome>

/** Runs one sync in this process and prints its outcome as the last line. */
if (import.meta.filename === process.argv[1]) {
  const options = {
    contender: { type: "string" },
    step: { type: "string" },
    simulator: { type: "string" },
    key: { type: "string" },
  } as const
  const { values } = parseArgs({ options })
  const { contender = "", simulator = "", key = "" } = values
  const {
    sync,
    remove = sync,
    close,
  } = await (await load(contender))({
    databaseUrl: process.env.DATABASE_URL ?? "",
    simulatorUrl: simulator,
    apiKey: key,
  })
  const started = performance.now()
  await (step.parse(values.step) === "remove" ? remove : sync)()
  const ms = performance.now() - started
  await close()
  const result: Outcome = { ms, rss: process.resourceUsage().maxRSS * 1024 }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

async function load(name: string): Promise<Contender> {
  switch (name) {
    case "floor":
      return (await import("./floor/sync")).floor
    case "loop":
      return (await import("./loop/sync")).loop
    case "ours":
      return (await import("./ours/sync")).ours
  }
  throw new Error(`There is no contender "${name}".`)
}
