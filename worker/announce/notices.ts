import { isRefusal } from "@/lib/domain/is-refusal"
import type { SyncError } from "@/lib/domain/sync-log"
import type { IntegrationState, ServiceVerdict } from "@/lib/integrations/integration-state"
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
  /** What became of the integration's own credentials, where a run may go by members' logins too. */
  service: ServiceVerdict | null
}

/**
 * What there is to tell the admins of a run that ended (O-NOTIFY). Each thing is new once: what goes on as it was told, be it
 * refused credentials or a row of failures, is known until it was over. A hold or a silent source that goes on is left out.
 * What says more comes first: e-mail tells of a failed run once.
 */
export function noticesOf(ended: Ended): Notice[] {
  const { run, error, states } = ended
  const ofEnding =
    error === null ? afterSuccess(ended) : [...inARow(run, states), ...failure(run, error, states)]
  const found = [...refusedService(ended), ...ofEnding]
  const { accountId, integrationId, syncLogId } = run
  return found.map((told) => ({
    wasFailing: states === null ? null : states.before.failuresInRow > 0,
    ...told,
    accountId,
    integrationId,
    href: placeOf(told, syncLogId),
    syncLogId,
  }))
}

/** Where something can be done about it: removals are decided on a page of their own. */
const placeOf = ({ kind }: Told, syncLogId: string): string =>
  kind === "removals_held" ? "/holds" : `/syncs/${syncLogId}`

type Told = Pick<Notice, "kind" | "title" | "body" | "isKnown"> & Partial<Pick<Notice, "wasFailing">>

/** The run went on by other logins, or failed for another reason: then nothing else tells of it. It is no failure by itself. */
function refusedService({ run, error, states, service }: Ended): Told[] {
  if (service !== "refused" || states === null || (error !== null && isRefusal(error))) return []
  const body =
    "The service account was refused, so calls went by members' own logins. Enter its user name and password again under Settings > Integrations."
  const title = `${run.integrationName} refused the service account`
  const isKnown = states.before.isServiceRefused
  // What went on before is the refusal, however the run before ended: e-mail tells the first and then reminds
  return [{ kind: "credentials_refused", title, body, isKnown, wasFailing: isKnown }]
}

function failure(run: Run, error: SyncError, states: Ended["states"]): Told[] {
  const isRefused = isRefusal(error)
  const isSame = states?.before.lastError?.code === error.code
  const isOneOfMany =
    states !== null && states.after.failuresInRow > failuresToWiden && run.trigger === "scheduled"
  const isKnown = isSame && (isRefused || isOneOfMany)
  const title = isRefused ? refusedTitle(run) : `${whatOf(run)} could not be ${doneTo(run)}`
  return [{ kind: isRefused ? "credentials_refused" : "sync_failed", title, body: error.message, isKnown }]
}

/** A run of planned units alone leaves circuits as they are. */
const isOfUnits = ({ context: { streams = [] } }: Run): boolean =>
  streams.length > 0 && streams.every((stream) => stream === "planned-units")

const whatOf = (run: Run): string =>
  isOfUnits(run) ? `Planned units of ${run.integrationName}` : run.integrationName

const refusedTitle = ({ integrationName }: Run): string => `${integrationName} refused the credentials`

function doneTo(run: Run): string {
  switch (run.mode) {
    case "sync":
      return isOfUnits(run) ? "read" : "synced"
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
