import { z } from "zod"
import type { Actor } from "@/lib/domain/account"
import type { SyncTrigger } from "@/lib/domain/sync-log"

/** The parameter of most routes. */
export const byId = z.object({ id: z.uuid() })

/** Whether the provider is asked before a connection is stored. */
export const checkFirst = z.object({ check: z.stringbool().default(true) })

/** What a run started over the API is said to be started by: a person at a browser, or a program with a token. */
export const triggerOf = ({ via }: Actor): SyncTrigger => (via === "token" ? "api" : "manual")
