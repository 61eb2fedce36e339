import { hash } from "node:crypto"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { Client } from "pg"
import { from as copyFrom } from "pg-copy-streams"
import type { Contender } from "@/bench/contender"
import { fetchPages, type RawDevice, textOf } from "@/bench/fetch-pages"
import { copyStage, createTables, merge, removeMissing } from "./store"

/** The least that any sync must do: no safety, no history, no raw pages, no checkpoint. Not a product, a lower bound. */
export const floor: Contender = async ({ databaseUrl, simulatorUrl, apiKey }) => {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(createTables)
  return {
    sync: async () => {
      await client.query("truncate floor_stage")
      await client.query("begin")
      await pipeline(Readable.from(lines(simulatorUrl, apiKey)), client.query(copyFrom(copyStage)))
      await client.query(
        "set local work_mem = '64MB'; analyze floor_stage; analyze floor_devices (external_id, hash)",
      )
      await client.query(merge)
      await client.query(removeMissing)
      await client.query("commit")
    },
    close: () => client.end(),
  }
}

async function* lines(url: string, apiKey: string): AsyncGenerator<string> {
  for await (const page of fetchPages(url, apiKey)) yield page.map(line).join("")
}

function line(item: RawDevice): string {
  const record = JSON.stringify(item.facts)
  const columns = [
    item.agentid,
    hash("sha256", record, "hex"),
    textOf(item, "serial_number") ?? "\\N",
    textOf(item, "device_name") ?? "\\N",
    record,
  ]
  return `${columns.map((column) => (column === "\\N" ? column : column.replaceAll("\\", "\\\\"))).join("\t")}\n`
}
