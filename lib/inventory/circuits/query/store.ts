import type { CircuitQuery, CircuitSort } from "@/lib/domain/circuit-query"

/** One value of an SQL text, numbered as it is put in. */
export type Bind = (value: unknown) => string
export type Filter = Omit<CircuitQuery, "limit" | "cursor" | "sort"> & { accountId: string }

/** The values that show: the source's, and over them those that people set. */
const shown = "(case when c.manual = '{}' then c.fields else c.fields || c.manual end)"

/** What circuits are ordered by, never null, so that a page goes on by comparing one pair. */
const sortKeys: Record<string, string> = {
  workOrder: "(c.fields->>'workOrder') || ' ' || (c.fields->>'extension')",
  title: `coalesce(lower(${shown}->>'title'), '')`,
  region: `coalesce(lower(${shown}->>'region'), '')`,
  percentComplete: `lpad(to_char(coalesce((${shown}->>'percentComplete')::numeric, -1) + 1000, 'FM0000.00'), 8, '0')`,
  updatedAt: "to_char(c.updated_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')",
}

const columns = `
  c.id, c.integration_id as "integrationId", i.name as "integrationName", ${shown} as shown,
  u.workflow_stage as "workflowStage", u.stage_position as "stagePosition", u.is_hidden as "isHidden", u.is_pinned as "isPinned",
  u.notes, u.version, c.fields, c.manual, c.attributes, c.units_asked_at as "unitsAskedAt",
  (c.units_wanted_at is not null or exists (
    select 1 from sync_logs l where l.id = c.units_run_id and l.status in ('PENDING', 'RUNNING'))) as "unitsWanted",
  (select l.id from sync_logs l
    where l.id = c.units_run_id and l.status not in ('PENDING', 'RUNNING')) as "unitsFailedRunId",
  c.created_at as "createdAt", c.updated_at as "updatedAt",
  (select coalesce(json_agg(json_build_object('userId', p.user_id, 'name', w.name, 'source', p.source) order by w.name), '[]')
     from circuit_planners p join users w on w.id = p.user_id where p.circuit_id = c.id) as planners,
  (select json_build_object('date', a.aggregate_date, 'totalUnits', a.total_units, 'unitsApproved', a.units_approved,
                            'unitsRefused', a.units_refused, 'unitsPending', a.units_pending)
     from circuit_aggregates a where a.circuit_id = c.id order by a.aggregate_date desc limit 1) as units`

const tables = `
  circuits c
  join circuit_ui_states u on u.circuit_id = c.id
  join integrations i on i.id = c.integration_id`

type Page = { filter: Filter; sort: CircuitSort; after: { value: string; id: string } | null; limit: number }

/** A page of circuits; the pinned ones have no place of their own, so that a page is a page. */
export function selectPage(bind: Bind, { filter, sort, after, limit }: Page): string {
  const isDescending = sort.startsWith("-")
  const key = sortKeys[sort.replace("-", "")] ?? "c.id::text"
  const direction = isDescending ? "desc" : "asc"
  const beyond = isDescending ? "<" : ">"
  return `
    with page as (
      select c.id, ${key} as key
      from ${tables}
      where ${conditions(bind, filter)}
      ${after === null ? "" : `and (${key}, c.id) ${beyond} (${bind(after.value)}::text, ${bind(after.id)}::uuid)`}
      order by ${key} ${direction}, c.id ${direction}
      limit ${bind(limit)}
    )
    select page.key as "sortKey", ${columns}
    from page join circuits c on c.id = page.id join circuit_ui_states u on u.circuit_id = c.id
    join integrations i on i.id = c.integration_id
    order by page.key ${direction}, page.id ${direction}`
}

export const countCircuits = (bind: Bind, filter: Filter): string =>
  `select count(*)::int as total from ${tables} where ${conditions(bind, filter)}`

/** $1 account, $2 circuit. */
export const selectCircuit = `
  select ${columns} from ${tables} where c.account_id = $1 and c.id = $2 and c.retired_at is null`

/** $1 circuit. The others of its work order, the whole first. */
export const selectRelatives = `
  select o.id, o.fields->>'extension' as extension, (o.fields || o.manual)->>'title' as title
  from circuits c
  join circuits o on o.integration_id = c.integration_id and o.fields->>'workOrder' = c.fields->>'workOrder' and o.id <> c.id
  where c.id = $1 and o.retired_at is null
  order by o.fields->>'extension' <> '@', o.fields->>'extension' limit 100`

/** $1 account. What there is to filter by. */
export const selectFilters = `
  select
    (select coalesce(json_agg(name order by name), '[]') from regions where account_id = $1) as regions,
    (select coalesce(json_agg(json_build_object('userId', user_id, 'name', name) order by name), '[]')
       from (select distinct p.user_id, w.name from circuit_planners p join users w on w.id = p.user_id where p.account_id = $1) d) as planners,
    (select coalesce(json_agg(status order by status), '[]')
       from (select distinct fields->>'apiStatus' as status from circuits where account_id = $1 and retired_at is null) s) as statuses`

function conditions(bind: Bind, filter: Filter): string {
  const all = [`c.account_id = ${bind(filter.accountId)}`, "c.retired_at is null", "i.deleted_at is null"]
  if (!filter.includeHidden) all.push("not u.is_hidden")
  if (filter.pinned !== undefined) all.push(`u.is_pinned = ${bind(filter.pinned)}`)
  if (filter.status !== undefined) all.push(`c.fields->>'apiStatus' = ${bind(filter.status)}`)
  if (filter.region !== undefined) all.push(`${shown}->>'region' = ${bind(filter.region)}`)
  if (filter.stage !== undefined) all.push(`u.workflow_stage = ${bind(filter.stage)}`)
  if (filter.integrationId !== undefined) all.push(`c.integration_id = ${bind(filter.integrationId)}`)
  if (filter.planner === "none")
    all.push("not exists (select 1 from circuit_planners p where p.circuit_id = c.id)")
  else if (filter.planner !== undefined)
    all.push(
      `exists (select 1 from circuit_planners p where p.circuit_id = c.id and p.user_id = ${bind(filter.planner)})`,
    )
  const { search = "" } = filter
  if (search !== "") {
    const pattern = bind(`%${search.replace(/[\\%_]/g, "\\$&")}%`)
    all.push(`(lower(coalesce(${shown}->>'title', '') || chr(10) || coalesce(${shown}->>'contractor', '') || chr(10)
      || (c.fields->>'workOrder') || chr(10) || c.external_id) like lower(${pattern}))`)
  }
  return all.join(" and ")
}
