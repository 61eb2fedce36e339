import { describe, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import { ProviderError } from "@/lib/domain/provider-error"
import { forgetRecords } from "@/lib/inventory/devices/release-store"
import { testDatabase } from "@/lib/tooling/test-database"
import { unpack } from "./compress"
import {
  newIntegration,
  newRun,
  parts,
  readChanges,
  readDevices,
  readRun,
  record,
  sync,
} from "./engine.test-support"
import { runSync } from "./run-sync"

testDatabase()

const fleet = (count: number) => Array.from({ length: count }, (_, n) => record(n))

describe("what a run writes", () => {
  test("S0-CREATE a new serial becomes a device with its fields, active", async () => {
    const at = await newIntegration()
    const run = await sync(at, { records: fleet(25) })
    expect(run).toMatchObject({
      status: "SUCCESS",
      error_code: null,
      counts: { created: 25, updated: 0, unchanged: 0 },
    })
    const devices = await readDevices(at.accountId)
    expect(devices).toHaveLength(25)
    expect(devices[0]).toMatchObject({
      serial_number: "C020",
      name: "Mac 0",
      model: "MacBook Air",
      type: "macbook",
      status: "active",
    })
    expect(await readChanges(devices[0].id)).toEqual([{ kind: "created", fields: {} }])
  })

  test("S0-UPDATE a changed device is updated, field by field in its history; the others are left alone", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(3) })
    const before = await readDevices(at.accountId)
    const changed = {
      ...record(1, { name: "Renamed", assignedTo: "rivera" }),
      attributes: { filevault: false },
    }
    const run = await sync(at, { records: [record(0), changed, record(2)] })
    expect(run.counts).toMatchObject({ created: 0, updated: 1, unchanged: 2 })
    const after = await readDevices(at.accountId)
    expect(after[1]).toMatchObject({ name: "Renamed", assigned_to: "rivera" })
    expect(after[1].updated_at > before[1].updated_at).toBe(true)
    expect(after[0].updated_at).toEqual(before[0].updated_at)
    expect((await readChanges(after[1].id))[1]).toEqual({
      kind: "updated",
      fields: {
        name: ["Mac 1", "Renamed"],
        assignedTo: [null, "rivera"],
        "attributes.filevault": [true, false],
      },
    })
  })

  test("S0-UPDATE a device made by hand is joined by serial, trimmed and in any case, never doubled", async () => {
    const at = await newIntegration()
    await pool().query(
      `insert into devices (account_id, name, serial_number, serial_key, manual)
       values ($1, 'By hand', 'c02a', 'C02A', '{"name":"By hand","serialNumber":"c02a","serialKey":"C02A"}')`,
      [at.accountId],
    )
    const run = await sync(at, { records: [record("x", { serialNumber: " C02a " })] })
    expect(run.counts).toMatchObject({ created: 0, updated: 1 })
    const devices = await readDevices(at.accountId)
    expect(devices).toHaveLength(1)
    expect(devices[0]).toMatchObject({ name: "Mac x" })
    expect((await readChanges(devices[0].id))[0]).toMatchObject({
      kind: "linked",
      fields: { name: ["By hand", "Mac x"] },
    })
  })

  test("S0-UPDATE the same serial in another account stays another device", async () => {
    const one = await newIntegration()
    const two = await newIntegration()
    await sync(one, { records: [record(1)] })
    await sync(two, { records: [record(1, { name: "Theirs" })] })
    expect(await readDevices(one.accountId)).toMatchObject([{ name: "Mac 1" }])
    expect(await readDevices(two.accountId)).toMatchObject([{ name: "Theirs" }])
  })

  test("a second run of an unchanged fleet rewrites no row of devices, records, states or history", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(2500) })
    const before = await versions()
    const run = await sync(at, { records: fleet(2500) })
    expect(run.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2500 })
    expect(await versions()).toEqual(before)
  })

  test("a heartbeat changes the state and leaves the device and its history alone", async () => {
    const at = await newIntegration()
    await sync(at, { records: [record(1)] })
    const before = await readDevices(at.accountId)
    const state = { connectionState: "disconnected" as const, lastActivityAt: "2026-11-02T10:00:00.000Z" }
    const run = await sync(at, { records: [{ ...record(1), state }] })
    expect(run.counts).toMatchObject({ updated: 0, unchanged: 1 })
    expect(await readDevices(at.accountId)).toEqual(before)
    const { rows } = await pool().query("select connection_state from device_states where device_id = $1", [
      before[0].id,
    ])
    expect(rows).toEqual([{ connection_state: "disconnected" }])
  })

  test("S0-AUDIT the raw reply of every page is kept, compressed, with its secrets cut out", async () => {
    const at = await newIntegration()
    const run = await sync(at, { records: fleet(250) })
    const { rows } = await pool().query(
      "select page, sync_type, account_id, raw_response, redacted_paths from sync_pages where sync_log_id = $1 order by page",
      [run.id],
    )
    expect(rows).toMatchObject(
      [1, 2, 3].map((page) => ({ page, sync_type: "devices", account_id: at.accountId })),
    )
    const raw = await unpack(rows[0].raw_response)
    expect(JSON.parse(raw).items).toHaveLength(100)
    expect(raw).not.toContain("AAAA-BBBB")
    expect(rows[0].redacted_paths).not.toEqual([])
  })

  test("S3-ISOLATE a bad record is counted and shown, and the others go on: PARTIAL", async () => {
    const at = await newIntegration()
    const bad = {
      reason: "no_serial" as const,
      externalId: "agent-bad",
      path: "facts.serial_number",
      message: "No serial.",
      sample: {},
    }
    const run = await sync(at, { records: fleet(2), rejects: [bad] })
    expect(run).toMatchObject({ status: "PARTIAL", counts: { created: 2, rejected: 1 } })
    const { rows } = await pool().query(
      "select reason, external_id, path from sync_log_lines where sync_log_id = $1 and reason is not null",
      [run.id],
    )
    expect(rows).toEqual([{ reason: "no_serial", external_id: "agent-bad", path: "facts.serial_number" }])
  })

  test("two records with one serial are one device and a counted conflict; both records are kept", async () => {
    const at = await newIntegration()
    const twin = { ...record(1, { name: "Twin" }), externalId: "agent-1b" }
    const run = await sync(at, { records: [record(1), twin] })
    expect(run).toMatchObject({ status: "PARTIAL", counts: { created: 1, conflicts: 1 } })
    expect(await readDevices(at.accountId)).toMatchObject([{ name: "Mac 1" }])
    const again = await sync(at, { records: [record(1), twin] })
    expect(again).toMatchObject({
      status: "SUCCESS",
      counts: { created: 0, updated: 0, unchanged: 2, conflicts: 0 },
    })
  })

  test("a record that comes twice in one read counts once, and the later one stands", async () => {
    const at = await newIntegration()
    const run = await sync(at, {
      records: [record(1), record(2), record(1, { name: "Later" })],
      expectedTotal: 2,
    })
    expect(run).toMatchObject({
      status: "SUCCESS",
      counts: { created: 2 },
      receipt: { devices: { duplicates: 1 } },
    })
    expect((await readDevices(at.accountId))[0]).toMatchObject({ name: "Later" })
  })

  test("NUL and half surrogates are taken out and counted, also from a literal backslash they are told apart", async () => {
    const at = await newIntegration()
    const run = await sync(at, { records: [record(1, { name: "a\0b\ud800c", model: "kept \\u0000" })] })
    expect(run).toMatchObject({ status: "SUCCESS", receipt: { devices: { stripped: 2 } } })
    expect(await readDevices(at.accountId)).toMatchObject([{ name: "abc", model: "kept \\u0000" }])
  })

  test("S3-VERSION configuration comes only from a newer version, state always", async () => {
    const at = await newIntegration()
    const version = (sourceVersion: number, name: string, lastActivityAt: string) => ({
      ...record(1, { name }),
      sourceVersion,
      identity: "made-first",
      state: { connectionState: "disconnected" as const, lastActivityAt },
    })
    await sync(at, { records: [version(5, "Five", "2026-11-01T10:00:00.000Z")] })
    const old = await sync(at, { records: [version(4, "Four", "2026-11-01T11:00:00.000Z")] })
    expect(old.counts).toMatchObject({ updated: 0, unchanged: 1 })
    expect(await readDevices(at.accountId)).toMatchObject([{ name: "Five" }])
    const { rows } = await pool().query(
      "select last_activity_at from device_states where integration_id = $1",
      [at.integrationId],
    )
    expect(rows).toEqual([{ last_activity_at: new Date("2026-11-01T11:00:00.000Z") }])
    expect(
      (await sync(at, { records: [version(6, "Six", "2026-11-01T11:00:00.000Z")] })).counts,
    ).toMatchObject({ updated: 1 })
  })

  test("S3-VERSION a version that goes back with a new identity is a re-creation and is taken whole", async () => {
    const at = await newIntegration()
    await sync(at, {
      records: [{ ...record(1, { name: "First" }), sourceVersion: 9, identity: "made-first" }],
    })
    const again = { ...record(1, { name: "Made anew" }), sourceVersion: 1, identity: "made-again" }
    expect((await sync(at, { records: [again] })).counts).toMatchObject({ updated: 1 })
    expect(await readDevices(at.accountId)).toMatchObject([{ name: "Made anew" }])
  })

  test("S3-VERSION going on or off line is an event, a heartbeat is none", async () => {
    const at = await newIntegration()
    const seen = (connectionState: "connected" | "disconnected", lastActivityAt: string) => ({
      records: [{ ...record(1), state: { connectionState, lastActivityAt } }],
    })
    await sync(at, seen("connected", "2026-11-01T10:00:00.000Z"))
    await sync(at, seen("connected", "2026-11-01T11:00:00.000Z"))
    await sync(at, seen("disconnected", "2026-11-01T11:00:00.000Z"))
    const { rows } = await pool().query(
      "select kind, data from events where integration_id = $1 and kind like 'device.%'",
      [at.integrationId],
    )
    expect(rows).toMatchObject([
      { kind: "device.connection_changed", data: { from: "connected", to: "disconnected" } },
    ])
  })

  test("two devices that swap serials keep theirs, with a warning, and the run goes on", async () => {
    const at = await newIntegration()
    await sync(at, { records: [record(1), record(2)] })
    const swapped = [record(1, { serialNumber: "C022" }), record(2, { serialNumber: "C021" })]
    const run = await sync(at, { records: swapped })
    expect(run.status).toBe("SUCCESS")
    expect((await readDevices(at.accountId)).map((device) => device.serial_number)).toEqual(["C021", "C022"])
  })
})

describe("what a run removes", () => {
  test("S3-REMOVE a device absent from one complete read is missing, from two it is retired, and it returns as itself", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(20) })
    const rest = fleet(20).slice(0, 19)
    expect((await sync(at, { records: rest })).counts).toMatchObject({ removed: 0 })
    expect((await sync(at, { records: rest })).counts).toMatchObject({ removed: 1 })
    const [gone] = (await readDevices(at.accountId)).filter((device) => device.status === "retired")
    expect(gone).toMatchObject({ serial_number: "C0219", name: "Mac 19" })
    const back = await sync(at, { records: fleet(20) })
    expect(back.counts).toMatchObject({ created: 0, restored: 1, unchanged: 19 })
    expect((await readDevices(at.accountId)).find((device) => device.id === gone.id)).toMatchObject({
      status: "active",
      retired_at: null,
    })
    expect((await readChanges(gone.id)).map((change) => change.kind)).toEqual([
      "created",
      "retired",
      "restored",
    ])
  })

  test("S3-REMOVE a record that the provider itself says is gone goes at once; one that it still has stays", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(20) })
    const run = await sync(at, { records: fleet(18), gone: ["agent-19", "agent-3"] })
    expect(run.counts).toMatchObject({ removed: 1 })
    const retired = (await readDevices(at.accountId)).filter((device) => device.status === "retired")
    expect(retired).toMatchObject([{ serial_number: "C0219" }])
  })

  test("S3-REMOVE credentials of another account, which has none of the known records, remove nothing on its word", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(8), scope: "account 1" })
    const others = ["a", "b", "c"].map((n) => record(n))
    const gone = fleet(8).map(({ externalId }) => externalId)
    const other = await sync(at, { records: others, scope: "account 2", gone })
    expect(other.counts).toMatchObject({ created: 3, removed: 0, held: 0 })
    const marked = await pool().query(
      "select count(missing_sync_id)::int as by_read, count(missing_since)::int as all from device_records where integration_id = $1",
      [at.integrationId],
    )
    expect(marked.rows).toEqual([{ by_read: 8, all: 8 }])
    const back = await sync(at, { records: [...fleet(8), ...others], scope: "account 1", gone: [] })
    expect(back.counts).toMatchObject({ created: 0, restored: 0, removed: 0 })
    expect((await readDevices(at.accountId)).filter(({ status }) => status === "active")).toHaveLength(11)
  })

  test("S3-REMOVE removes nothing when the provider fails half-way, and the run says why it failed", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(200) })
    const error = new ProviderError({
      code: "unreachable",
      message: "prod.addigy.com cut the connection. Try again later.",
    })
    for (const _ of [1, 2, 3]) {
      const run = await sync(at, { records: fleet(100), pageSize: 50, failAt: { page: 1, error } })
      expect(run).toMatchObject({ status: "FAILED", error_code: "unreachable", error_message: error.message })
    }
    expect((await readDevices(at.accountId)).filter((device) => device.status === "active")).toHaveLength(200)
  })

  test.each([
    [
      "a total that was not reached",
      { records: fleet(10), expectedTotal: 20 },
      "speaks of 20 records and sent 10",
    ],
    [
      "a failed detail call",
      { records: fleet(10), incomplete: "DescribeThing failed for thing-7." },
      "DescribeThing failed",
    ],
    [
      "a record without an id",
      {
        records: fleet(10),
        rejects: [
          { reason: "no_external_id" as const, externalId: null, path: null, message: "x", sample: null },
        ],
      },
      "without an id",
    ],
  ])(
    "S3-REMOVE N-RECEIPT %s removes nothing, however often, and the receipt says why",
    async (_, script, why) => {
      const at = await newIntegration()
      await sync(at, { records: fleet(20) })
      for (const _ of [1, 2, 3]) {
        const run = await sync(at, script)
        expect(run.counts).toMatchObject({ removed: 0, held: 0 })
        expect(run.receipt.devices.removals).toContain(why)
      }
    },
  )

  test("S3-REMOVE what is left out by choice removes nothing either, and is no warning", async () => {
    const at = await newIntegration()
    const off = { records: fleet(0), incomplete: "It is switched off.", isByChoice: true }
    for (const [script, level] of [
      [off, "info"],
      [{ ...off, isByChoice: false }, "warn"],
    ] as const) {
      const { id } = await sync(at, script)
      const { rows } = await pool().query(
        "select level, message from sync_log_lines where sync_log_id = $1 and message like 'Removals:%'",
        [id],
      )
      expect(rows).toEqual([{ level, message: "Removals: Nothing removed: It is switched off." }])
    }
  })

  test("a record that came but could not be taken counts as there", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(20) })
    const bad = {
      reason: "invalid" as const,
      externalId: "agent-19",
      path: "name",
      message: "Too long.",
      sample: null,
    }
    for (const _ of [1, 2, 3]) {
      expect((await sync(at, { records: fleet(19), rejects: [bad] })).counts).toMatchObject({ removed: 0 })
    }
    const { rows } = await pool().query(
      "select missing_since from device_records where integration_id = $1 and external_id = 'agent-19'",
      [at.integrationId],
    )
    expect(rows).toEqual([{ missing_since: null }])
  })

  test("N-HOLD an empty read of a known fleet is held, not made and not forgotten; nothing is retired", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(5) })
    await sync(at, { records: [] })
    const run = await sync(at, { records: [] })
    expect(run).toMatchObject({ status: "PARTIAL", counts: { removed: 0, held: 5 } })
    const { rows } = await pool().query(
      "select status, records, reason from removal_holds where integration_id = $1",
      [at.integrationId],
    )
    expect(rows).toMatchObject([{ status: "open", records: 5 }])
    expect(await sync(at, { records: fleet(5) })).toMatchObject({
      status: "SUCCESS",
      counts: { held: 0, unchanged: 5 },
    })
    const { rows: after } = await pool().query("select status from removal_holds where integration_id = $1", [
      at.integrationId,
    ])
    expect(after).toEqual([{ status: "resolved" }])
  })

  test("N-HOLD more than the larger of 10 and 20 % is held; additions go through meanwhile", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(40) })
    const rest = [...fleet(29), record("new")]
    await sync(at, { records: rest })
    const run = await sync(at, { records: [...rest, record("newer")] })
    expect(run).toMatchObject({ status: "PARTIAL", counts: { created: 1, removed: 0, held: 11 } })
    expect(await sync(at, { records: [...rest, record("newer")] })).toMatchObject({ counts: { held: 11 } })
  })

  test("another policy's read counts from its own first complete read", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(20), scope: "policy a" })
    await sync(at, { records: fleet(19), scope: "policy a" })
    expect((await sync(at, { records: fleet(18), scope: "policy b" })).counts).toMatchObject({ removed: 0 })
    expect((await sync(at, { records: fleet(18), scope: "policy b" })).counts).toMatchObject({ removed: 2 })
  })

  test("a device made by hand stays when its source lets go of it", async () => {
    const at = await newIntegration()
    await pool().query(
      `insert into devices (account_id, name, serial_number, serial_key, manual)
       values ($1, 'By hand', 'C021', 'C021', '{"name":"By hand","serialNumber":"C021","serialKey":"C021"}')`,
      [at.accountId],
    )
    await sync(at, { records: [record(1), record(2)] })
    await sync(at, { records: [record(2)] })
    await sync(at, { records: [record(2)] })
    expect(await readDevices(at.accountId)).toMatchObject([
      { name: "By hand", status: "active" },
      { name: "Mac 2" },
    ])
  })
})

describe("what an integration leaves behind", () => {
  test("S3-REMOVE a device of an integration that was removed and connected again can be removed like any other", async () => {
    const at = await newIntegration()
    await sync(at, { records: fleet(20) })
    await pool().query(forgetRecords, [at.integrationId])
    const again = await newIntegration(at.accountId)
    expect((await sync(again, { records: fleet(20) })).counts).toMatchObject({ created: 0, updated: 20 })
    await sync(again, { records: fleet(19) })
    expect((await sync(again, { records: fleet(19) })).counts).toMatchObject({ removed: 1 })
    const retired = (await readDevices(at.accountId)).filter((device) => device.status === "retired")
    expect(retired).toMatchObject([{ serial_number: "C0219" }])
  })
})

describe("how a run ends", () => {
  test("whatever is thrown, the run ends as FAILED and says so", async () => {
    const at = await newIntegration()
    const run = await sync(at, { records: fleet(1), failAt: { page: 0, error: new Error("boom") } })
    expect(run).toMatchObject({ status: "FAILED", error_code: "internal" })
    expect(run.completed_at).not.toBeNull()
  })

  test("S4-RECOVER a worker that stops gives the run back, and the next attempt goes on from the checkpoint", async () => {
    const at = await newIntegration()
    const id = await newRun(at)
    const stop = new AbortController()
    const requeued: string[] = []
    const seen: number[] = []
    const script = {
      records: fleet(10_000),
      beforePage: async (page: number) => {
        seen.push(page)
        if (page === 60) stop.abort()
      },
    }
    await runSync(
      parts(script, { requeue: async (syncLogId) => void requeued.push(syncLogId) }),
      id,
      stop.signal,
    )
    expect(await readRun(id)).toMatchObject({ status: "PENDING" })
    expect(requeued).toEqual([id])
    seen.length = 0
    await runSync(parts(script), id, new AbortController().signal)
    expect(seen[0]).toBeGreaterThan(50)
    expect(await readRun(id)).toMatchObject({ status: "SUCCESS", attempt: 2, counts: { created: 10_000 } })
    expect(await readDevices(at.accountId)).toHaveLength(10_000)
  })

  test("a stage that a database crash emptied is read again from the start", async () => {
    const at = await newIntegration()
    const id = await newRun(at)
    const stop = new AbortController()
    const script = {
      records: fleet(5000),
      beforePage: async (page: number) => (page === 30 ? stop.abort() : undefined),
    }
    await runSync(parts(script), id, stop.signal)
    await pool().query("truncate sync_records")
    await runSync(parts({ records: fleet(5000) }), id, new AbortController().signal)
    expect(await readRun(id)).toMatchObject({ status: "SUCCESS", counts: { created: 5000 } })
  })

  test("a worker that was only slow cannot write once its successor has started", async () => {
    const at = await newIntegration()
    const id = await newRun(at)
    const script = {
      records: fleet(200),
      beforePage: async (page: number) => {
        if (page === 1) await pool().query("update sync_logs set attempt = attempt + 1 where id = $1", [id])
      },
    }
    expect(await runSync(parts(script), id, new AbortController().signal)).toBeNull()
    expect(await readDevices(at.accountId)).toHaveLength(0)
  })

  test("a run asked to cancel ends as CANCELLED and changes nothing, be it at its last page", async () => {
    const at = await newIntegration()
    const id = await newRun(at)
    const script = {
      records: fleet(200),
      beforePage: async (page: number) => {
        if (page === 1)
          await pool().query("update sync_logs set cancel_requested_at = now() where id = $1", [id])
      },
    }
    await runSync(parts(script), id, new AbortController().signal)
    expect(await readRun(id)).toMatchObject({ status: "CANCELLED" })
    expect(await readDevices(at.accountId)).toHaveLength(0)
    const { rows } = await pool().query(
      "select count(*)::int as left from sync_records where sync_log_id = $1",
      [id],
    )
    expect(rows).toEqual([{ left: 0 }])
  })
})

/** Where every row stands and which transaction wrote it: equal only if nothing was rewritten. */
async function versions() {
  const tables = ["devices", "device_records", "device_states", "device_changes"]
  const rows = await Promise.all(
    tables.map((table) => pool().query(`select ctid::text, xmin::text from ${table} order by ctid`)),
  )
  return rows.map((result) => result.rows)
}
