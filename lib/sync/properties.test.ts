import fc from "fast-check"
import { expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { testDatabase } from "@/lib/tooling/test-database"
import { type Change, undoChanges, type Values, valuesOf } from "@/lib/tooling/undo-changes"
import { type Bench, newIntegration, readDevices, sync } from "./engine.test-support"
import { isProof, type Step, scriptOf, steps } from "./properties.test-support"

testDatabase()

const policy = { records: 3, percent: 20 }

test("S3-REMOVE N-HISTORY whatever the fleets and faults: no removal without proof, counts that add up, the source's values, a true history, and rest at last", async () => {
  await fc.assert(fc.asyncProperty(steps, holdsTrue), { numRuns: 60, endOnFailure: false })
}, 120_000)

async function holdsTrue(list: Step[]): Promise<void> {
  const { accountId, integrationId } = await newIntegration()
  const other = await newIntegration(accountId)
  const sources = [{ accountId, integrationId }, other] as const
  await pool().query("update integrations set removal_policy = $2 where account_id = $1", [accountId, policy])
  const absences = sources.map(() => openAbsences())
  const snapshots: Snapshot[] = []
  for (const step of list) {
    const at = sources[step.source]
    const before = await readRecords(at)
    const run = await sync(at, scriptOf(step))
    const after = await readRecords(at)
    checkRun({ step, run, before, after, absences: absences[step.source] ?? openAbsences() })
    if (run.status !== "FAILED") await checkCounts({ at, run, before, after })
    await checkValues(accountId)
    snapshots.push(await snapshot(accountId))
  }
  checkHistory(await readHistory(accountId), snapshots)
  await checkRest(
    sources[0],
    list.findLast(({ source }) => source === 0),
  )
}

type RecordRow = { id: string; retired: boolean; deviceId: string; fields: Record<string, string | null> }
type Records = Map<string, RecordRow>

async function readRecords({ integrationId }: Bench): Promise<Records> {
  const { rows } = await pool().query<RecordRow>(
    `select external_id as id, retired_at is not null as retired, device_id as "deviceId", fields
       from device_records where integration_id = $1`,
    [integrationId],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many complete reads of one scope, in a row, have missed each record, and which removals wait. */
function openAbsences() {
  let scope = ""
  let counts = new Map<string, number>()
  const held = new Set<string>()
  return {
    of: (id: string) => counts.get(id) ?? 0,
    /** Whether it waits for an admin, who in this test never comes. */
    isHeld: (id: string) => held.has(id),
    hold(ids: string[]) {
      for (const id of ids) held.add(id)
    },
    note(step: Step, known: Iterable<string>, sent: Set<string>) {
      for (const id of sent) counts.delete(id)
      for (const id of sent) held.delete(id)
      if (!isProof(step)) return
      if (step.scope !== scope) counts = new Map()
      scope = step.scope
      for (const id of known) if (!sent.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
    },
  }
}

type Checked = {
  step: Step
  run: Awaited<ReturnType<typeof sync>>
  before: Records
  after: Records
  absences: ReturnType<typeof openAbsences>
}

/** Nothing is removed without proof, what is proven is removed, and what was read stands as it was sent. */
function checkRun({ step, run, before, after, absences }: Checked): void {
  const { records, rejects = [] } = scriptOf(step)
  if (run.status === "FAILED") {
    expect(after).toEqual(before)
    return
  }
  const sent = new Set([...records, ...rejects].flatMap(({ externalId }) => externalId ?? []))
  const live = [...before.values()].filter(({ retired }) => !retired).map(({ id }) => id)
  absences.note(step, live, sent)
  const due = isProof(step) ? live.filter((id) => absences.of(id) >= 2) : []
  const missing = live.filter((id) => !sent.has(id))
  const tooMany =
    missing.length > Math.max(policy.records, (live.length * policy.percent) / 100) || sent.size === 0
  const fresh = due.filter((id) => !absences.isHeld(id))
  if (tooMany && fresh.length > 0) absences.hold(due)
  const gone = live.filter((id) => after.get(id)?.retired)
  expect(gone.sort()).toEqual(tooMany ? [] : fresh.sort())
  expect(run.counts).toMatchObject({ removed: gone.length, held: live.filter(absences.isHeld).length })
  const last = new Map(records.map((one) => [one.externalId, one.fields]))
  const witnessed = new Set(rejects.map(({ externalId }) => externalId))
  for (const [id, fields] of last)
    if (!witnessed.has(id)) expect(after.get(id)).toMatchObject({ retired: false, fields })
}

type Counted = Pick<Checked, "run" | "before" | "after"> & { at: Bench }

async function checkCounts({ at, run, before, after }: Counted): Promise<void> {
  const { created, updated, unchanged, restored, conflicts, rejected } = run.counts
  const { received, duplicates, skipped } = run.receipt.devices
  expect(created + updated + unchanged + restored + conflicts + rejected).toBe(
    received - duplicates - skipped,
  )
  const { rows } = await pool().query(
    "select count(*)::int as made from device_changes where account_id = $1 and sync_log_id = $2 and kind = 'created'",
    [at.accountId, run.id],
  )
  expect(rows[0].made).toBe(created)
  // One that returns with another serial may have left its device for another, and is counted as made or updated
  const returned = [...before.values()].filter(
    ({ id, retired, deviceId }) =>
      retired && after.get(id)?.retired === false && after.get(id)?.deviceId === deviceId,
  )
  expect(restored).toBeGreaterThanOrEqual(returned.length)
}

const ofRecord = { name: "name", model: "model", assigned_to: "assignedTo", os_version: "osVersion" } as const

/** The oldest live record speaks first; what it does not say, the next ones do. */
async function checkValues(accountId: string): Promise<void> {
  const { rows } = await pool().query(
    `select d.*, array_agg(r.fields order by r.created_at, r.external_id) filter (where r.retired_at is null) as live
       from devices d join device_records r on r.device_id = d.id where d.account_id = $1 group by d.id`,
    [accountId],
  )
  for (const device of rows) {
    expect(device.status).toBe(device.live === null ? "retired" : "active")
    if (device.live === null) continue
    for (const [column, key] of Object.entries(ofRecord)) {
      const values: (string | null)[] = device.live.map(
        (fields: Record<string, string | null>) => fields[key],
      )
      expect(device[column]).toBe(values.find((value) => value !== null) ?? null)
    }
  }
}

type Snapshot = { devices: Map<string, Values>; changes: number }

async function snapshot(accountId: string): Promise<Snapshot> {
  const devices = new Map((await readDevices(accountId)).map((row) => [row.id, valuesOf(row)]))
  return { devices, changes: (await readHistory(accountId)).length }
}

async function readHistory(accountId: string): Promise<Change[]> {
  const { rows } = await pool().query<Change>(
    `select id, device_id as "deviceId", kind, fields from device_changes where account_id = $1 order by id`,
    [accountId],
  )
  return rows
}

/** Going back through the history from what is now gives what was after each step, and at first nothing. */
function checkHistory(history: Change[], snapshots: Snapshot[]): void {
  const now = snapshots.at(-1)?.devices ?? new Map()
  for (const { devices, changes } of [{ devices: new Map(), changes: 0 }, ...snapshots])
    expect(undoChanges(now, history.slice(changes))).toEqual(devices)
}

/** The same fleet read again and again comes to rest: nothing counted as changed, no row rewritten. */
async function checkRest(at: Bench, step: Step | undefined): Promise<void> {
  if (step === undefined) return
  const script = scriptOf({ ...step, fault: { kind: "none" } })
  for (const _ of [1, 2, 3]) await sync(at, script)
  const before = await versions(at)
  const run = await sync(at, script)
  expect(run.counts).toMatchObject({
    created: 0,
    updated: 0,
    removed: 0,
    restored: 0,
    conflicts: 0,
    rejected: 0,
  })
  expect(await versions(at)).toEqual(before)
}

/** Where every row stands and which transaction wrote it: equal only if nothing was rewritten. */
async function versions({ accountId }: Bench) {
  const tables = ["devices", "device_records", "device_changes"]
  const rows = await Promise.all([
    ...tables.map((table) =>
      pool().query(`select ctid::text, xmin::text from ${table} where account_id = $1 order by ctid`, [
        accountId,
      ]),
    ),
    pool().query(
      `select s.ctid::text, s.xmin::text from device_states s join devices d on d.id = s.device_id
        where d.account_id = $1 order by s.ctid`,
      [accountId],
    ),
  ])
  return rows.map((result) => result.rows)
}
