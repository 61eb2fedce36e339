/**
 * `npm run db:diff`: prints the SQL that takes the migrated database to what schema.prisma says, to be put into a new folder of
 * prisma/migrations and completed by hand. Prints nothing when there is nothing to do.
 */

import { rmSync } from "node:fs"
import path from "node:path"
import { startCluster } from "@/lib/db/embedded/cluster"
import { migrate } from "@/lib/db/migrate"
import { diffToSchema } from "./schema-engine"

const home = path.resolve(".rollcall", `diff-${process.pid}`)
const cluster = await startCluster({ home, flags: ["fsync=off"] })
try {
  await migrate(cluster.url)
  const sql = await diffToSchema(cluster.url)
  if (sql !== "") console.log(sql)
} finally {
  await cluster.stop()
  rmSync(home, { recursive: true, force: true })
}
