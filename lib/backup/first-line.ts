import { z } from "zod"

const facts = z.object({ migrations: z.array(z.string()), at: z.iso.datetime() })
export type BackupFacts = z.infer<typeof facts>

const mark = "-- Rollcall backup 1 "

/** What a backup says of itself, as a comment. */
export const firstLine = (of: BackupFacts): string => mark + JSON.stringify(of)

/** Reads it again. Throws when the file is no backup, or one of a later form. */
export function readFirstLine(line: string): BackupFacts {
  if (!line.startsWith(mark)) throw new Error("This is no backup made by rollcall backup.")
  return facts.parse(JSON.parse(line.slice(mark.length)))
}
