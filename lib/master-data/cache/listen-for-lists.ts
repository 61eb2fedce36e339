import { Client } from "pg"
import { z } from "zod"
import { env } from "@/lib/env"
import { log } from "@/lib/log"
import { listsChannel } from "@/lib/master-data/lists-channel"

/** Before the connection is tried again, in milliseconds. */
const againMs = 1000
/** So often it is asked whether it is still there, for one that dies silently would never say so; and how long it may take. */
const usualBeat = { everyMs: 30_000, answerMs: 10_000 }

const payload = z.object({ integrationId: z.uuid() })

type Listening = {
  onPublished: (integrationId: string) => void
  /** Called when listening begins anew: something may have been published meanwhile. */
  onMissed: () => void
  beat?: { everyMs: number; answerMs: number }
}

/**
 * Listens, on a connection of its own, for lists that any process publishes; connects again for as long as it takes. `ready`
 * resolves once it listens, or once that was found impossible for now.
 */
export function listenForLists({ onPublished, onMissed, beat = usualBeat }: Listening) {
  let client: Client | null = null
  let isClosed = false
  let timer: NodeJS.Timeout | null = null

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: env().DATABASE_URL,
      application_name: "rollcall lists",
      keepAlive: true,
      connectionTimeoutMillis: beat.answerMs,
      query_timeout: beat.answerMs,
    })
    next.on("error", () => {}) // told by "end", which always follows
    next.on("end", () => {
      if (client === next) lost("the connection ended")
    })
    next.on("notification", ({ payload: text }) => {
      const parsed = payload.safeParse(parse(text))
      if (parsed.success) onPublished(parsed.data.integrationId)
    })
    try {
      await next.connect()
      client = next
      await next.query(`listen ${listsChannel}`)
      onMissed()
      timer = setTimeout(() => void look(next), beat.everyMs).unref()
    } catch (error) {
      client = null
      await next.end().catch(() => {})
      lost(error instanceof Error ? error.message : String(error))
    }
  }

  async function look(at: Client): Promise<void> {
    try {
      await at.query("select 1")
      if (client === at) timer = setTimeout(() => void look(at), beat.everyMs).unref()
    } catch (error) {
      if (client !== at) return
      lost(error instanceof Error ? error.message : String(error))
      await at.end().catch(() => {})
    }
  }

  function lost(reason: string): void {
    client = null
    if (isClosed) return
    if (timer !== null) clearTimeout(timer)
    log.warn({ reason }, "not listening for published lists; trying again")
    timer = setTimeout(() => void connect(), againMs).unref()
  }

  return {
    ready: connect(),
    close: async () => {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      await client?.end()
    },
  }
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "")
  } catch {
    return undefined
  }
}
