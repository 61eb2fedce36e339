import { totalmem } from "node:os"

const mebibyte = 2 ** 20
const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)

/**
 * What a Postgres needs that takes in a large fleet at once: room for its stage and its indexes, one checkpoint instead of many,
 * and other processes than the one that inserts to write pages and the log out. Pages are taken as they are used, so a small
 * inventory uses little of the room.
 */
export const roomy = [
  `shared_buffers=${Math.max(128, Math.min(2048, Math.floor(memory / mebibyte / 4)))}MB`,
  "max_wal_size=6GB",
  "wal_buffers=64MB",
  "wal_init_zero=off", // only spares the zeros: segments are still made at their full size
  "bgwriter_delay=20ms",
  "bgwriter_lru_maxpages=1000",
  "bgwriter_lru_multiplier=4",
]
