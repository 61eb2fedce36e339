import { pool } from "@/lib/db/client"
import type { SourceRecord } from "@/lib/domain/session"
import { type Bench, parts, readRun, type Script, sync } from "@/lib/sync/engine.test-support"
import type { Run } from "@/lib/sync/run"
import { runSync } from "@/lib/sync/run-sync"

const streams = () => ["device-models" as const]

/** A model as a provider would say it. */
export const model = (
  name: string,
  over: Partial<Omit<SourceRecord, "fields">> = {},
  description: string | null = null,
): SourceRecord => ({
  externalId: `type-${name}`,
  sourceVersion: null,
  fields: { name, kind: "standard", description, deprecated: false },
  attributes: { searchable: ["site"] },
  state: null,
  ...over,
})

export const models = (count: number): SourceRecord[] =>
  Array.from({ length: count }, (_, n) => model(`M${n}`))

/** Runs one sync of models alone. */
export const syncModels = (at: Bench, script: Script) => sync(at, script, { streams })

export async function runWith(
  at: Bench,
  { mode, context, script }: { mode: Run["mode"]; context: object; script: Script },
) {
  const { rows } = await pool().query<{ id: string }>(
    "insert into sync_logs (account_id, integration_id, trigger, mode, context) values ($1, $2, 'manual', $3::sync_mode, $4) returning id",
    [at.accountId, at.integrationId, mode, context],
  )
  const id = rows[0]?.id ?? ""
  await runSync(parts(script, { streams }), id, new AbortController().signal)
  return readRun(id)
}

export async function readModels(accountId: string) {
  const { rows } = await pool().query(
    `select id, integration_id, stream, external_id, made_by, fields, attributes, source_version::int, missing_since,
            retired_at is not null as retired
       from device_models where account_id = $1 order by fields->>'name', id`,
    [accountId],
  )
  return rows
}

export async function readModelChanges(modelId: string) {
  const { rows } = await pool().query(
    "select kind, fields from inventory_changes where subject_id = $1 order by id",
    [modelId],
  )
  return rows
}
