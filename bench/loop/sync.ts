import { hash } from "node:crypto"
import { Client } from "pg"
import type { Contender } from "@/bench/contender"
import { fetchPages, textOf } from "@/bench/fetch-pages"
import { createTables, find, insert, update } from "./store"

/** What most adapters do: per record one select, then one insert or one update, over one connection. */
export const loop: Contender = async ({ databaseUrl, simulatorUrl, apiKey }) => {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(createTables)
  return {
    sync: async () => {
      for await (const page of fetchPages(simulatorUrl, apiKey)) {
        for (const item of page) {
          const record = JSON.stringify(item.facts)
          const values = [
            item.agentid,
            hash("sha256", record, "hex"),
            textOf(item, "serial_number"),
            textOf(item, "device_name"),
            record,
          ]
          const { rowCount } = await client.query(find, [item.agentid])
          await client.query(rowCount === 0 ? insert : update, values)
        }
      }
    },
    close: () => client.end(),
  }
}
