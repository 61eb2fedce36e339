import { existsSync } from "node:fs"
import path from "node:path"
import { pool } from "@/lib/db/client"
import { openGround } from "@/lib/tooling/ground"

/**
 * Opens the database for a command and leaves it afterwards; `migrate: false` takes it as it is. Keys come from the
 * environment, else from the home folder.
 */
export async function withDatabase(act: () => Promise<void>, { migrate = true } = {}): Promise<void> {
  const keepKeys = existsSync(path.join(process.env.ROLLCALL_HOME || ".rollcall", "keys.json"))
  const ground = await openGround({ keepKeys, migrate })
  try {
    await act()
  } finally {
    await pool().end()
    await ground.leave()
  }
}
