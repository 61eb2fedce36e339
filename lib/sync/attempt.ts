import type { keepAlive } from "./keep-alive"
import type { SyncParts } from "./parts"
import type { Run } from "./run"

/** One attempt at a run: what it works with, the run as it was claimed, and its heartbeat. */
export type Attempt = { parts: SyncParts; run: Run; alive: ReturnType<typeof keepAlive> }
