import { createReadStream } from "node:fs"
import { parseArgs } from "node:util"
import { createGunzip } from "node:zlib"
import { restoreBackup } from "@/lib/backup/restore-backup"
import { pool } from "@/lib/db/client"
import { type Command, UsageError } from "./command"
import { withDatabase } from "./with-database"

export const restore: Command = {
  name: "restore",
  usage: "<file>",
  summary: "Puts a backup into an empty database, all of it or nothing. Stop web and workers before.",
  run: async (args) => {
    const [file] = parseArgs({ args, allowPositionals: true }).positionals
    if (file === undefined) throw new UsageError("Name the file to restore.")
    await withDatabase(async () => {
      const { tables, at } = await restoreBackup(pool(), unpacked(file))
      console.log(`${tables} tables restored as they stood at ${at}`)
    })
  },
}

function unpacked(file: string): AsyncIterable<Buffer> {
  const reading = createReadStream(file)
  const unpacking = createGunzip()
  reading.on("error", (error) => unpacking.destroy(error))
  return reading.pipe(unpacking)
}
