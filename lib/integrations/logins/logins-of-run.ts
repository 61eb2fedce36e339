import { pool } from "@/lib/db/client"
import type { Errand, Login } from "@/lib/domain/errand"
import type { Json } from "@/lib/domain/json"
import { refusalsToCheck } from "@/lib/domain/login"
import type { SyncTrigger } from "@/lib/domain/sync-log"
import { open } from "@/lib/secrets"
import { insertWarning, markRefused, markUsed, noteService, selectStarter, selectUsable } from "./store"

type Usable = { id: string; userId: string; username: string; ciphertext: Uint8Array; keyId: string }
type Run = { syncLogId: string; integrationId: string; trigger: SyncTrigger }

/**
 * In whose name a run may go (S2-CREDENTIALS): one that a person started goes by the person's own login first, a scheduled one
 * by the service account; each goes on with the next where one is refused, which the run's log then says. What was refused three
 * times in a row is left out, and all are where the integration's settings are no longer those that the session goes by: nobody's
 * password is sent to an address that it was not entered for. How the service account fared stays with the run, for its admins to
 * be told.
 */
export async function loginsOfRun(
  run: Run,
  settings: Record<string, Json>,
): Promise<Pick<Errand, "logins" | "order" | "judged">> {
  const values = [run.integrationId, refusalsToCheck, settings]
  const { rows } = await pool().query<Usable>(selectUsable, values)
  const { rows: starters } = await pool().query<{ userId: string | null }>(selectStarter, [run.syncLogId])
  const byPerson = run.trigger === "manual" || run.trigger === "api"
  const starter = byPerson ? (starters[0]?.userId ?? null) : null
  const own = rows.filter(({ userId }) => userId === starter).map(({ id }) => id)
  const others = rows.filter(({ userId }) => userId !== starter).map(({ id }) => id)
  const names = new Map(rows.map(({ id, username }) => [id, username]))
  return {
    logins: rows.flatMap(opened),
    order: [...own, null, ...others],
    async judged(loginId, verdict) {
      if (loginId === null) await pool().query(noteService, [run.syncLogId, verdict])
      else await pool().query(verdict === "accepted" ? markUsed : markRefused, [loginId])
      // With no other login the run fails, and says why by itself
      if (verdict === "refused" && names.size > 0)
        await pool().query(insertWarning, [run.syncLogId, refusedWords(names.get(loginId ?? "") ?? null)])
    },
  }
}

/** One that cannot be decrypted is left out: its owner sees that it is not used. */
function opened({ id, ciphertext, keyId }: Usable): Login[] {
  try {
    return [{ id, credentials: open({ ciphertext, keyId }, id) }]
  } catch {
    return []
  }
}

const refusedWords = (username: string | null): string =>
  username === null
    ? "The service account was refused, so calls go by members' own logins. Enter its user name and password again under Settings > Integrations."
    : `The login ${username} was refused, so calls go by the next one. Whoever it belongs to can enter it again under Circuits > Planners.`
