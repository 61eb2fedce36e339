import assert from "node:assert/strict"
import { pool } from "@/lib/db/client"
import { syncCounts } from "@/lib/domain/sync-log"
import { readSimulator } from "@/lib/tooling/read-simulator"
import { type Change, undoChanges, type Values, valuesOf } from "@/lib/tooling/undo-changes"
import { waitUntil } from "@/lib/tooling/wait-until"
import type { Ground } from "./open-ground"
import * as store from "./store"

const zero = "00000000-0000-0000-0000-000000000000"

/** Looks at everything a round has left behind, and remembers how far it has looked. */
export function openChecks({ sources }: Ground) {
  let lastRun = zero
  const endings: Record<string, number> = {}
  let takenOver = 0
  const accountIds = [...new Set(sources.map(({ actor }) => actor.accountId))]
  const histories = accountIds.map((accountId) => openHistory(accountId))

  /** Throws an AssertionError that says what is wrong. */
  async function check(): Promise<void> {
    assert.deepEqual((await pool().query(store.selectUnended)).rows, [], "runs that have not ended")
    for (const { integrationId, simulator } of sources) {
      const { rows } = await pool().query(store.selectInventory, [integrationId])
      assert.deepEqual(rows, await readSimulator(simulator), `the inventory of integration ${integrationId}`)
    }
    for (const accountId of accountIds) {
      const { rows } = await pool().query(store.selectOrphans, [accountId])
      assert.deepEqual(rows, [], "active devices that nobody reports")
    }
    for (const history of histories) await history.check()
    await checkRuns()
    await waitUntil({ what: "the stage was empty", isSo: isStageEmpty, seconds: 10 })
  }

  async function checkRuns(): Promise<void> {
    const { rows } = await pool().query(store.selectRuns, [lastRun])
    for (const { id, status, attempt, errorCode, counts, receipt, changes } of rows) {
      if (attempt > 1) takenOver += 1
      const ending = errorCode === null ? status : `${status} ${errorCode}`
      endings[ending] = (endings[ending] ?? 0) + 1
      lastRun = id
      if (status !== "SUCCESS" && status !== "PARTIAL") {
        assert.deepEqual(changes, {}, `what the history says of run ${id}, which ended as ${status}`)
        continue
      }
      const { created, updated, unchanged, removed, restored, conflicts, rejected } = syncCounts.parse(counts)
      const sum = created + updated + unchanged + restored + conflicts + rejected
      const { received, duplicates, skipped } = receipt
      assert.equal(sum, received - duplicates - skipped, `the counts of run ${id}: ${JSON.stringify(counts)}`)
      const told = { created: 0, retired: 0, restored: 0, ...changes }
      assert.deepEqual(
        { created: told.created, retired: told.retired, restored: told.restored },
        { created, retired: removed, restored },
        `what the history says of run ${id}`,
      )
    }
  }

  /** How runs have ended, and how many of them needed more than one attempt. */
  return { check, endings, takenOver: () => takenOver }
}

/** No change is missing or double: those of a round, undone from what is now, give what was before it. */
function openHistory(accountId: string) {
  let before = new Map<string, Values>()
  let lastChange = zero
  return {
    check: async () => {
      const { rows } = await pool().query(store.selectDevices, [accountId])
      const now = new Map<string, Values>(rows.map((row) => [row.id, valuesOf(row)]))
      const { rows: changes } = await pool().query<Change>(store.selectChanges, [accountId, lastChange])
      assert.deepEqual(undoChanges(now, changes), before, "what was before the round, by the history")
      before = now
      lastChange = changes.at(-1)?.id ?? lastChange
    },
  }
}

const isStageEmpty = async () => (await pool().query(store.countStaged)).rows[0].staged === 0
