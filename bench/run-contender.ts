import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { smallHeap } from "@/lib/tooling/programs"
import { type Outcome, outcome, type Step } from "./contender"
import type { Simulator } from "./simulator"
import { variables } from "./variables"
import { openWrites } from "./writes/store"

const run = promisify(execFile)
const tsx = ["--import", "tsx"]

export const contenders = ["floor", "loop", "ours"] as const
export type ContenderName = (typeof contenders)[number]

/** Where each keeps its inventory: what it knows of every device, and what people see of it. */
const tables: Record<ContenderName, string[]> = {
  floor: ["floor_devices"],
  loop: ["loop_devices"],
  ours: ["devices", "device_records"],
}

export type Run = Outcome & {
  /** Rows of the inventory that were inserted, updated or deleted, the history not counted. */
  rowsWritten: number
  /** Bytes of write-ahead log, for everything that was written. */
  wal: number
}

/** One step of one contender, in a process of its own. Ours runs with the flag that the worker is started with. */
export async function runContender(
  contender: ContenderName,
  { step, databaseUrl, simulator }: { step: Step; databaseUrl: string; simulator: Simulator },
): Promise<Run> {
  const { url, apiKey } = simulator
  const args = ["--contender", contender, "--step", step, "--simulator", url, "--key", apiKey]
  const flags = contender === "ours" ? [smallHeap, ...tsx] : tsx
  const writes = await openWrites(databaseUrl, tables[contender])
  const { stdout } = await run(process.execPath, [...flags, "bench/contender.ts", ...args], {
    maxBuffer: 1 << 24,
    env: { ...process.env, ...variables(databaseUrl) },
  })
  const written = await writes.sinceThen()
  return { ...outcome.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")), ...written }
}
