import { describe, expect, test } from "vitest"
import { pool } from "@/lib/db/client"
import type { SourceRecord } from "@/lib/domain/session"
import { testDatabase } from "@/lib/tooling/test-database"
import {
  type Bench,
  newIntegration,
  parts,
  readDevices,
  readRun,
  record,
  type Script,
  sync,
} from "./engine.test-support"
import { runSync } from "./run-sync"

testDatabase()

const version = (n: number, sourceVersion: number, name: string, identity = "same"): SourceRecord => ({
  ...record(n, { name }),
  sourceVersion,
  identity,
})
const names = async ({ accountId }: Bench) => (await readDevices(accountId)).map(({ name }) => name)

describe("S3-VERSION a version that did not rise", () => {
  test.each([
    ["went back", 1],
    ["stood still", 9],
  ])(
    "S3-VERSION that %s is taken whole once the provider says that it has it, and left until then",
    async (_, now) => {
      const at = await newIntegration()
      await sync(at, { records: [version(1, 9, "First"), version(2, 9, "Other")] })
      const records = [version(1, now, "Made anew"), version(2, 9, "Other")]
      const denied = await sync(at, { records, anew: [] })
      expect(denied.counts).toMatchObject({ updated: 0, unchanged: 2 })
      expect(await names(at)).toEqual(["First", "Other"])
      const confirmed = await sync(at, { records, anew: ["agent-1"] })
      expect(confirmed.counts).toMatchObject({ updated: 1, unchanged: 1 })
      expect(await names(at)).toEqual(["Made anew", "Other"])
      const { rows } = await pool().query(
        "select source_version::int as version from device_records where external_id = 'agent-1' and integration_id = $1",
        [at.integrationId],
      )
      expect(rows).toEqual([{ version: now }])
      const older = await sync(at, { records: [version(1, 0, "Stale"), version(2, 9, "Other")], anew: [] })
      expect(older.counts).toMatchObject({ updated: 0, unchanged: 2 })
    },
  )

  test("S3-VERSION asks only about records that differ and would be left", async () => {
    const at = await newIntegration()
    await sync(at, { records: [1, 2, 3, 4].map((n) => version(n, 5, `Device ${n}`)) })
    const asked: string[][] = []
    const records = [
      version(1, 5, "Device 1"),
      version(2, 6, "Newer"),
      version(3, 1, "Other identity", "another"),
      version(4, 4, "Went back"),
    ]
    await run(at, { records, anew: [] }, { onAsked: (ids) => asked.push(ids) })
    expect(asked).toEqual([["agent-4"]])
  })

  test("S3-VERSION a preview asks nobody, so that what is applied is what it listed", async () => {
    const at = await newIntegration()
    await sync(at, { records: [version(1, 9, "First")] })
    const asked: string[][] = []
    const script = { records: [version(1, 1, "Made anew")], anew: ["agent-1"] }
    const { counts } = await run(at, script, { mode: "preview", onAsked: (ids) => asked.push(ids) })
    expect([asked, counts.updated]).toEqual([[], 0])
  })
})

/** Runs one sync whose provider tells what it was asked about. */
async function run(
  { accountId, integrationId }: Bench,
  script: Script,
  { mode = "sync", onAsked }: { mode?: string; onAsked: (ids: string[]) => void },
) {
  const { rows } = await pool().query<{ id: string }>(
    "insert into sync_logs (account_id, integration_id, trigger, mode) values ($1, $2, 'manual', $3::sync_mode) returning id",
    [accountId, integrationId, mode],
  )
  const id = rows[0]?.id ?? ""
  const told = parts(script)
  const openSession: typeof told.openSession = async (...args) => {
    const session = await told.openSession(...args)
    return {
      ...session,
      confirmAnew: async (stream, records) => {
        onAsked(records.map(({ externalId }) => externalId))
        return (await session.confirmAnew?.(stream, records)) ?? []
      },
    }
  }
  await runSync({ ...told, openSession }, id, new AbortController().signal)
  return readRun(id)
}
