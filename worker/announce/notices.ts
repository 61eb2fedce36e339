import type { SyncError } from "@/lib/domain/sync-log"
import type { IntegrationState } from "@/lib/integrations/integration-state"
import type { Notice } from "@/lib/notifications/notify-admins"
import { failuresToWiden } from "@/lib/schedule/widen-gap"
import type { Run } from "@/lib/sync/run"

export type HoldMade = { stream: string; reason: string; records: number; known: number }

/** What there is to know of a run that ended. `states` is null for a run that says nothing of how its integration fares. */
export type Ended = {
  run: Run
  error: SyncError | null
  states: { before: IntegrationState; after: IntegrationState } | null
  warnings: string[]
  holds: HoldMade[]
}

/**
 * What there is to tell the admins of a run that ended (O-NOTIFY). Each thing is new once: what goes on as it was told, be it
 * refused credentials or a row of failures, is known until it was over. A hold or a silent source that goes on is left out.
 * What says more comes first: e-mail tells of a failed run once.
 */
export function noticesOf(ended: Ended): Notice[] {
  const { run, error, states } = ended
  const found =
    error === null ? afterSuccess(ended) : [...inARow(run, states), ...failure(run, error, states)]
  const { accountId, integrationId, syncLogId } = run
  return found.map((told) => ({
    ...told,
    accountId,
    integrationId,
    href: placeOf(told, syncLogId),
    syncLogId,
    wasFailing: states === null ? null : states.before.failuresInRow > 0,
  }))
}

/** Where something can be done about it: removals are decided on a page of their own. */
const placeOf = ({ kind }: Told, syncLogId: string): string =>
  kind === "removals_held" ? "/holds" : `/syncs/${syncLogId}`

type Told = Pick<Notice, "kind" | "title" | "body" | "isKnown">

function failure(run: Run, error: SyncError, states: Ended["states"]): Told[] {
  const { integrationName: name } = run
  const isRefused = error.code === "unauthorized" || error.code === "forbidden"
  const isSame = states?.before.lastError?.code === error.code
  const isOneOfMany =
    states !== null && states.after.failuresInRow > failuresToWiden && run.trigger === "scheduled"
  const isKnown = isSame && (isRefused || isOneOfMany)
  const title = isRefused ? `${name} refused the credentials` : `${name} could not be ${doneTo(run)}`
  return [{ kind: isRefused ? "credentials_refused" : "sync_failed", title, body: error.message, isKnown }]
}

function doneTo({ mode }: Run): string {
  switch (mode) {
    case "sync":
      return "synced"
    case "preview":
      return "previewed"
    case "replay":
      return "replayed"
  }
}

function inARow({ integrationName: name }: Run, states: Ended["states"]): Told[] {
  if (states === null || states.after.failuresInRow < failuresToWiden) return []
  const { failuresInRow: failures, breakerUntil, lastError } = states.after
  const less =
    breakerUntil === null
      ? ""
      : ` Until one succeeds, scheduled syncs come less often; the next is at ${breakerUntil.slice(0, 16).replace("T", " ")} UTC.`
  const body = `The last error: ${lastError?.message ?? "none was given."}${less} You can sync by hand at any time.`
  const title = `${failures} syncs of ${name} in a row failed`
  return [{ kind: "sync_failing", title, body, isKnown: failures > failuresToWiden }]
}

function afterSuccess({ run, states, warnings, holds }: Ended): Told[] {
  const { integrationName: name } = run
  const told: Told[] = []
  if (states !== null) told.push(recovery(name, states.before.failuresInRow))
  if (holds.length > 0) told.push({ kind: "removals_held", ...heldWords(name, holds), isKnown: false })
  if (warnings.length > 0 && states?.before.isSilent === false)
    told.push({
      kind: "source_silent",
      title: `${name} synced, but not as usual`,
      body: warnings.join(" "),
      isKnown: false,
    })
  return told
}

function heldWords(name: string, holds: HoldMade[]): Pick<Told, "title" | "body"> {
  const reasons = holds.map(({ reason }) => reason).join(" ")
  if (holds.some(({ stream }) => stream === "list"))
    return {
      title: `A list of ${name} held for you`,
      body: `${reasons} What is published stays as it is. Approve the list if it is right, or dismiss it.`,
    }
  const removals = holds.reduce((sum, { records }) => sum + records, 0)
  return {
    title: `${removals === 1 ? "1 removal" : `${removals} removals`} of ${name} held for you`,
    body: `${reasons} Nothing was removed. Approve the removals if they are right, or dismiss them.`,
  }
}

/** Every success: whether somebody waits to hear of it is for the channel to know. */
function recovery(name: string, failures: number): Told {
  const body =
    failures < failuresToWiden
      ? "This sync succeeded."
      : `This sync succeeded after ${failures} in a row had failed. Scheduled syncs come at their usual times again.`
  return { kind: "sync_recovered", title: `${name} syncs again`, body, isKnown: failures < failuresToWiden }
}
