import type { PoolClient } from "pg"
import type { Reject } from "@/lib/domain/session"

/** The transaction in which a stream of devices is applied, and the rows that it staged. */
export type Staged = {
  client: PoolClient
  accountId: string
  integrationId: string
  syncLogId: string
  stream: string
}

/** A name that devices give as their model and that no live model of the account has, as name or as id at its source. */
export type UnknownModel = { model: string; devices: number }

export async function readConnection({ client, integrationId }: Staged) {
  const { rows } = await client.query<{ provider: string; settings: unknown }>(
    "select provider, settings from integrations where id = $1",
    [integrationId],
  )
  return rows[0] ?? null
}

/**
 * Leaves `unknown_models` behind, which the statements below read. The most wanted models come first. A preview (`kept`) knows
 * the models of its own plan too.
 */
export async function findUnknownModels(
  { client, accountId, syncLogId, stream }: Staged,
  { kept }: { kept: boolean },
): Promise<UnknownModel[]> {
  await client.query("create temp table unknown_models (model text, kind text, devices int) on commit drop")
  await client.query(
    `insert into unknown_models
     select n.model, n.kind, n.devices
       from (select s.fields::json->>'model' as model, min(s.fields::json->>'kind') as kind, count(*)::int as devices
               from sync_records s
              where s.sync_log_id = $2 and s.stream = $3 and s.content_hash <> ''
              group by s.fields::json->>'model') n
      where n.model is not null
        and not exists (
          select 1 from device_models m
           where m.account_id = $1 and m.retired_at is null and (m.fields->>'name' = n.model or m.external_id = n.model))
        and not ($4 and exists (
          select 1 from sync_changes c
           where c.sync_log_id = $2 and c.stream <> $3 and c.content_hash is not null
             and (c.fields::json->>'name' = n.model or c.external_id = n.model)))`,
    [accountId, syncLogId, stream, kept],
  )
  const { rows } = await client.query<UnknownModel>(
    "select model, devices from unknown_models order by devices desc, model",
  )
  return rows
}

export async function isKnownModel(
  { client, accountId, syncLogId, stream }: Staged,
  model: string,
  { kept }: { kept: boolean },
): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>(
    `select exists (select 1 from device_models m where m.account_id = $1 and m.retired_at is null
                       and (m.fields->>'name' = $2 or m.external_id = $2))
         or ($3 and exists (select 1 from sync_changes c
                             where c.sync_log_id = $4 and c.stream <> $5 and c.content_hash is not null
                               and (c.fields::json->>'name' = $2 or c.external_id = $2))) as known`,
    [accountId, model, kept, syncLogId, stream],
  )
  return rows[0]?.known === true
}

/** Makes the models that are missing, as the account's own, of the kind that their devices are. */
export async function createModels({ client, accountId, integrationId, syncLogId }: Staged): Promise<void> {
  await client.query(
    `with made as (
       insert into device_models as m (account_id, external_id, made_by, content_hash, fields)
       select $1, model, 'rollcall', '',
              jsonb_build_object('name', model, 'kind', kind, 'description', null, 'deprecated', false)
         from unknown_models
       on conflict (account_id, (fields->>'name')) where integration_id is null
         do update set retired_at = null, updated_at = now()
       returning m.id, m.xmax = 0 as is_new)
     insert into inventory_changes (account_id, noun, subject_id, sync_log_id, integration_id, kind)
     select $1, 'device-model', id, $2, $3, case when is_new then 'created' else 'restored' end from made`,
    [accountId, syncLogId, integrationId],
  )
}

/**
 * Gives staged devices of unknown models the default one; what the source said stays in an attribute. The hash is of the
 * new content, and no version is kept, so that the source's own model is taken once it is known.
 */
export async function takeDefault({ client, syncLogId, stream }: Staged, model: string): Promise<void> {
  await client.query(
    `update sync_records s
        set fields = n.fields, attributes = n.attributes, source_version = null,
            content_hash = substring(sha256(convert_to(n.fields || n.attributes, 'UTF8')) from 1 for 16)
       from (select r.external_id,
                    jsonb_set(r.fields::jsonb, '{model}', to_jsonb($3::text))::text as fields,
                    jsonb_set(r.attributes::jsonb, '{unknownModel}', r.fields::jsonb->'model')::text as attributes
               from sync_records r
               join unknown_models u on u.model = r.fields::json->>'model'
              where r.sync_log_id = $1 and r.stream = $2 and r.content_hash <> '') n
      where s.sync_log_id = $1 and s.stream = $2 and s.external_id = n.external_id`,
    [syncLogId, stream, model],
  )
}

type LeftOut = { rejected: number; rejects: Reject[] }

/**
 * Leaves staged devices of unknown models out: their rows stay without content, as witnesses that they were seen. Returns
 * how many, and `limit` of them, some of each model first.
 */
export async function leaveOut(
  { client, syncLogId, stream }: Staged,
  { limit, message }: { limit: number; message: string },
): Promise<LeftOut> {
  const { rows } = await client.query<{ rejected: number; rejects: Reject[] }>(
    `with left_out as (
       update sync_records s set content_hash = ''
         from unknown_models u
        where s.sync_log_id = $1 and s.stream = $2 and s.content_hash <> '' and s.fields::json->>'model' = u.model
       returning s.external_id, s.fields::json->>'name' as name, u.model),
     listed as (
       select *, row_number() over (partition by model order by external_id) as turn
         from left_out order by turn, model, external_id limit $3)
     select (select count(*)::int from left_out) as rejected,
            coalesce((select jsonb_agg(jsonb_build_object(
              'reason', 'unknown_model', 'externalId', external_id, 'path', 'model',
              'message', format($4, model), 'sample', jsonb_build_object('name', name, 'model', model))
              order by turn, model, external_id) from listed), '[]') as rejects`,
    [syncLogId, stream, limit, message],
  )
  return rows[0] ?? { rejected: 0, rejects: [] }
}
