import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { bundle } from "@/lib/tooling/bundle"
import { smallHeap } from "@/lib/tooling/programs"
import { type Outcome, outcome, type Step } from "./contender"
import type { Simulator } from "./simulator"
import { variables } from "./variables"
import { openWrites } from "./writes/store"

const run = promisify(execFile)

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

/** Bundles the contenders into a folder, as the worker is bundled; gives the script that each process runs. */
export async function bundleContenders(folder: string): Promise<string> {
  await bundle({ entries: { contender: "bench/contender.ts" }, folder })
  return path.join(folder, "contender.mjs")
}

type Running = { script: string; step: Step; databaseUrl: string; simulator: Simulator }

/** One step of one contender, in a process of its own. Ours runs with the flags that the worker is started with. */
export async function runContender(
  contender: ContenderName,
  { script, step, databaseUrl, simulator }: Running,
): Promise<Run> {
  const { url, apiKey } = simulator
  const args = ["--contender", contender, "--step", step, "--simulator", url, "--key", apiKey]
  const flags = contender === "ours" ? smallHeap : []
  const writes = await openWrites(databaseUrl, tables[contender])
  const { stdout } = await run(process.execPath, [...flags, script, ...args], {
    maxBuffer: 1 << 24,
    env: { ...process.env, ...variables(databaseUrl) },
  })
  const written = await writes.sinceThen()
  return { ...outcome.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")), ...written }
}
