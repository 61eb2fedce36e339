import { pool } from "@/lib/db/client"
import { newId } from "./store"

/** An id for an integration that is about to be made: its credentials are sealed to it. */
export async function makeId(): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(newId)
  const [made] = rows
  if (made === undefined) throw new Error("The database made no id.")
  return made.id
}
