import { execFileSync } from "node:child_process"
import { availableParallelism } from "node:os"
import { Client } from "pg"

/** What a benchmark ran on: commit, Node, Postgres, cores. */
export async function describeMachine(databaseUrl: string): Promise<string> {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"]).toString().trim()
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>("show server_version")
  await client.end()
  return `Commit ${commit}, Node ${process.version}, Postgres ${rows[0]?.server_version ?? "unknown"}, ${availableParallelism()} cores`
}
