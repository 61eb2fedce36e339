import { z } from "zod"
import { syncError } from "@/lib/domain/sync-log"

/** Small facts of an integration that outlive its runs: the column `state`. Names that are not known stay as they are. */
export const integrationState = z.looseObject({
  /** Runs that failed since the last that did not. */
  failuresInRow: z.number().int().default(0),
  /** Until then no scheduled run comes, because too many failed in a row; null while runs come as planned. */
  breakerUntil: z.iso.datetime().nullable().default(null),
  /** Of the last run, if it failed. */
  lastError: syncError.pick({ code: true, message: true }).nullable().default(null),
  /** The last run succeeded, but looked unlike its own past (N-SILENT). */
  isSilent: z.boolean().default(false),
  /** Admins were told that its own credentials are refused, and they were not taken since (S2-CREDENTIALS). */
  isServiceRefused: z.boolean().default(false),
})
export type IntegrationState = z.infer<typeof integrationState>

/** What became of an integration's own credentials in a run that may go by members' logins too (S2-CREDENTIALS). */
export const serviceVerdict = z.enum(["accepted", "refused"])
export type ServiceVerdict = z.infer<typeof serviceVerdict>
