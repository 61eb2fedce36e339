import { rmSync } from "node:fs"
import path from "node:path"
import { Client } from "pg"
import { startCluster } from "@/lib/db/embedded/cluster"
import { migrate } from "@/lib/db/migrate"

/** A throwaway Postgres with its defaults, durable as in production; gone also when the benchmark is interrupted. */
export async function openDatabase() {
  const home = path.resolve(".rollcall", `bench-${process.pid}`)
  const cluster = await startCluster({ home })
  const close = async () => {
    await cluster.stop()
    rmSync(home, { recursive: true, force: true })
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void close().finally(() => process.exit(130)))
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
