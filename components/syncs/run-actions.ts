import type { ActionResult } from "@/lib/domain/action-result"
import type { SyncStarted } from "@/lib/domain/integration"
import type { SyncLogView } from "@/lib/domain/sync-log"

export type CancelRun = (input: { id: string }) => Promise<ActionResult<SyncLogView>>
/** Starts a run that is about an earlier one, and gives its id. */
export type StartFrom = (input: { id: string }) => Promise<ActionResult<SyncStarted>>
/** Starts a run of an integration, and gives its id. */
export type StartRun = (input: { integrationId: string }) => Promise<ActionResult<SyncStarted>>

/** What a person can do from a run's page; each checks the role itself. */
export type RunActions = {
  cancel: CancelRun
  preview: StartRun
  apply: StartFrom
  replay: StartFrom
  revert: StartFrom
}
