import { Client } from "pg"
import { env } from "@/lib/env"

type Listening = {
  channel: string
  onMessage: (payload: string) => void
  /** The connection went; what was told since is missed. */
  onLost: () => void
}

/** Hears what is told with `pg_notify` on a channel, over a connection of its own. Returns how to stop. */
export async function listen({ channel, onMessage, onLost }: Listening): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: env().DATABASE_URL, keepAlive: true })
  let isOpen = true
  const lose = () => {
    if (!isOpen) return
    isOpen = false
    onLost()
  }
  client.on("error", lose)
  client.on("end", lose)
  client.on("notification", ({ payload = "" }) => onMessage(payload))
  await client.connect()
  await client.query(`listen ${client.escapeIdentifier(channel)}`)
  return async () => {
    isOpen = false
    await client.end()
  }
}
