import { randomUUID } from "node:crypto"
import { pool } from "@/lib/db/client"
import type { StreamId } from "@/lib/domain/provider-id"
import type { Page, Reject, Session, SourceRecord, Versioned } from "@/lib/domain/session"
import { inventoryTargets } from "@/lib/inventory/targets"
import type { SyncParts } from "./parts"
import { runSync } from "./run-sync"

/** A device as a provider would say it; `n` makes the serial. */
export const record = (n: number | string, over: Partial<SourceRecord["fields"]> = {}): SourceRecord => ({
  externalId: `agent-${n}`,
  sourceVersion: null,
  fields: {
    name: `Mac ${n}`,
    serialNumber: `C02${n}`,
    model: "MacBook Air",
    modelIdentifier: "MacBookAir10,1",
    type: "macbook",
    kind: "standard",
    assignedTo: null,
    osVersion: "15.1",
    ...over,
  },
  attributes: { filevault: true },
  state: { connectionState: "connected", lastActivityAt: "2026-11-01T10:00:00.000Z" },
})

export type Script = {
  records: SourceRecord[]
  rejects?: Reject[]
  pageSize?: number
  expectedTotal?: number | null
  scope?: string
  /** Thrown before the page with this number (from 0). */
  failAt?: { page: number; error: Error }
  incomplete?: string
  isByChoice?: boolean
  /** Ids that the provider confirms to be gone when asked. */
  gone?: string[]
  /** Ids that it has, though its list may lack them. */
  there?: string[]
  /** Ids that the provider confirms, when asked, to have at the version that it listed. */
  anew?: string[]
  /** What other streams say, where the script is not for all of them. */
  streams?: Partial<Record<StreamId, Omit<Script, "streams">>>
  /** Awaited before each page. */
  beforePage?: (page: number) => Promise<void>
}

/** A provider that says what the script says; cursors are offsets. */
export function scriptedSession(whole: Script): Session {
  const of = (stream: StreamId): Script => whole.streams?.[stream] ?? whole
  return {
    scope: (stream) => of(stream).scope ?? "all",
    check: async () => ({ detail: "ok", warnings: [], choices: {} }),
    close: async () => {},
    ...(whole.gone === undefined && whole.there === undefined
      ? {}
      : {
          confirmAbsent: async (stream: StreamId, ids: string[]) => ({
            gone: ids.filter((id) => of(stream).gone?.includes(id)),
            there: ids.filter((id) => of(stream).there?.includes(id)),
          }),
        }),
    ...(whole.anew === undefined
      ? {}
      : {
          confirmAnew: async (stream: StreamId, records: Versioned[]) =>
            records.map(({ externalId }) => externalId).filter((id) => of(stream).anew?.includes(id)),
        }),
    async *read(stream, cursor) {
      const script = of(stream)
      const { records, pageSize = 100, rejects = [] } = script
      for (
        let at = Number(cursor ?? 0), page = at / pageSize;
        at === 0 || at < records.length;
        at += pageSize, page += 1
      ) {
        await script.beforePage?.(page)
        if (script.failAt?.page === page) throw script.failAt.error
        const slice = records.slice(at, at + pageSize)
        const last = at + pageSize >= records.length
        yield {
          records: slice,
          rejects: at === 0 ? rejects : [],
          skipped: 0,
          stripped: 0,
          cursor: last ? null : String(at + pageSize),
          raw: JSON.stringify({ items: slice, filevault_recovery_key: "AAAA-BBBB" }),
          expectedTotal:
            script.expectedTotal === undefined ? records.length + rejects.length : script.expectedTotal,
          retries: 0,
          ...(script.incomplete === undefined ? {} : { incomplete: script.incomplete }),
          ...(script.isByChoice === undefined ? {} : { isByChoice: script.isByChoice }),
        } satisfies Page
      }
    },
  }
}

export type Bench = { accountId: string; integrationId: string }

export async function newIntegration(accountId?: string): Promise<Bench> {
  const { rows } = await pool().query<{ id: string }>(
    "insert into accounts (name) values ('Test') returning id",
  )
  const account = accountId ?? rows[0]?.id ?? ""
  const { rows: made } = await pool().query<{ id: string }>(
    "insert into integrations (account_id, provider, name) values ($1, 'addigy', 'Addigy') returning id",
    [account],
  )
  return { accountId: account, integrationId: made[0]?.id ?? "" }
}

export async function newRun({ accountId, integrationId }: Bench): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    "insert into sync_logs (account_id, integration_id, trigger) values ($1, $2, 'manual') returning id",
    [accountId, integrationId],
  )
  return rows[0]?.id ?? ""
}

export async function newRunWith(
  { accountId, integrationId }: Bench,
  mode: string,
  context: object,
): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `insert into sync_logs (account_id, integration_id, trigger, mode, context)
     values ($1, $2, 'manual', $3::sync_mode, $4) returning id`,
    [accountId, integrationId, mode, context],
  )
  return rows[0]?.id ?? ""
}

export const parts = (script: Script, over: Partial<SyncParts> = {}): SyncParts => ({
  pool: pool(),
  workerId: `worker-${randomUUID()}`,
  deadAfterSeconds: 45,
  openSession: async () => scriptedSession(script),
  mapStored: async () => () => ({ records: script.records, rejects: [], skipped: 0 }),
  streams: () => ["devices"],
  targets: inventoryTargets,
  announce: async () => {},
  requeue: async () => {},
  log: { info: () => {}, error: () => {} },
  ...over,
})

/** Runs one sync to its end and returns its row. */
export async function sync(at: Bench, script: Script, over: Partial<SyncParts> = {}) {
  const syncLogId = await newRun(at)
  await runSync(parts(script, over), syncLogId, new AbortController().signal)
  return readRun(syncLogId)
}

export async function readRun(syncLogId: string) {
  const { rows } = await pool().query("select * from sync_logs where id = $1", [syncLogId])
  return rows[0]
}

export async function readDevices(accountId: string) {
  const { rows } = await pool().query(
    "select * from devices where account_id = $1 order by serial_number, id",
    [accountId],
  )
  return rows
}

export async function readChanges(deviceId: string) {
  const { rows } = await pool().query(
    "select kind, fields from device_changes where device_id = $1 order by id",
    [deviceId],
  )
  return rows
}
