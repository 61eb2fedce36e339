import type { Pool } from "pg"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Page, Session } from "@/lib/domain/session"
import { unpack } from "./compress"
import { readRawPage } from "./stage/store"

/** Why no replay is proof of an absence. */
export const replayed = "stored pages were replayed, and they do not say what is gone now."

export type MapStored = (stream: StreamId, raw: string) => Pick<Page, "records" | "rejects" | "skipped">

/**
 * Reads a run's stored pages through the present mapping, without calling the provider (N-REPLAY). Of a stream that the run did
 * not read there are none. What is gone now they cannot say, so such a read never counts as whole.
 */
export function replaySession({
  pool,
  syncLogId,
  map,
}: {
  pool: Pool
  syncLogId: string
  map: MapStored
}): Session {
  return {
    scope: () => `stored pages of ${syncLogId}`,
    check: async () => ({ detail: "Stored pages", warnings: [], choices: {} }),
    close: async () => {},
    async *read(stream, cursor) {
      for (let after = Number(cursor ?? 0); ; ) {
        const stored = await readRawPage(pool, { syncLogId, stream, after })
        if (stored === null) return
        after = stored.page
        yield {
          ...map(stream, await unpack(stored.packed)),
          stripped: 0,
          retries: 0,
          expectedTotal: null,
          raw: "",
          cursor: String(after),
        }
      }
    },
  }
}
