import { rmSync } from "node:fs"
import path from "node:path"
import { Client } from "pg"
import { startCluster } from "@/lib/db/embedded/cluster"
import { migrate } from "@/lib/db/migrate"

let interrupted = false

/** Somebody pressed Ctrl-C: whatever fails from now on fails because of that. */
export const isInterrupted = (): boolean => interrupted

/** A throwaway Postgres as the embedded one is, durable as in production; gone also when the benchmark is interrupted. */
export async function openDatabase() {
  const home = path.resolve(".rollcall", `bench-${process.pid}`)
  const cluster = await startCluster({ home })
  let closing: Promise<void> | null = null
  const closeOnce = async () => {
    await cluster.stop()
    rmSync(home, { recursive: true, force: true })
  }
  const close = () => {
    closing ??= closeOnce()
    return closing
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      interrupted = true
      console.log("Stopped. What was measured so far is not kept.")
      void close().finally(() => process.exit(130))
    })
  return {
    url: cluster.url,
    /** For what else the benchmark keeps while it runs. */
    folder: path.join(home, "kept"),
    /** The address of an empty, migrated database; the one before it is gone. */
    fresh: async (): Promise<string> => {
      const url = new URL(cluster.url)
      url.pathname = "/postgres"
      const client = new Client({ connectionString: url.href })
      await client.connect()
      await client.query("drop database if exists bench with (force)")
      await client.query("create database bench")
      await client.query("checkpoint")
      await client.end()
      url.pathname = "/bench"
      await migrate(url.href)
      return url.href
    },
    close,
  }
}
