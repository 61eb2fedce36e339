import { Logger } from "graphile-worker"
import type { Log } from "@/lib/log"

/** Graphile Worker's own messages as lines of our log. Its "info" tells of every job and is detail for us. */
export function graphileLogger(log: Log): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const facts = { ...scope, ...(meta?.error instanceof Error ? { error: meta.error.message } : {}) }
    if (level === "error") log.error(facts, message)
    else if (level === "warning") log.warn(facts, message)
    else log.debug(facts, message)
  })
}
