import type { Pool } from "pg"
import type { StreamId } from "@/lib/domain/provider-id"
import { checkpoint } from "./checkpoint"
import { inRun } from "./in-run"
import type { Run } from "./run"
import { clearStream } from "./stage/store"

/** Forgets what was read of a stream, with how far it was read; to read it from the start. */
export async function forgetStream({
  pool,
  run,
  stream,
}: {
  pool: Pool
  run: Run
  stream: StreamId
}): Promise<void> {
  await inRun({ pool, run }, async (client) => {
    await clearStream(client, run, stream)
    const { [stream]: _, ...others } = checkpoint.parse(run.checkpoint ?? {})
    return { checkpoint: others, progress: { phase: "read", stream, pages: 0, records: 0, expected: null } }
  })
}
