/**
 * $1 account, $2 whether to give those that a member has too. A member has the name that is theirs, and those that were linked to
 * them; who has left the account has none.
 */
export const selectStrangers = `
  select p.id, p.ws_username as "wsUsername", p.first_seen_at as "firstSeenAt", p.last_seen_at as "lastSeenAt",
         p.occurrence_count as "occurrenceCount", p.circuit_count as "circuitCount", p.linked_at as "linkedAt",
         case when u.id is null then null else json_build_object('userId', u.id, 'name', u.name) end as "linkedTo"
  from unlinked_planners p
  left join memberships l on l.account_id = p.account_id and l.user_id = p.linked_user_id
  left join memberships n on n.account_id = p.account_id and lower(n.ws_username) = lower(p.ws_username)
  left join users u on u.id = coalesce(l.user_id, n.user_id)
  where p.account_id = $1 and ($2::boolean or u.id is null)
  order by u.id is not null, p.circuit_count desc, lower(p.ws_username)
  limit 500`

/** $1 account, $2 user. */
export const selectMember = "select 1 from memberships where account_id = $1 and user_id = $2"

/** $1 account, $2 unlinked planner. */
export const selectName = `
  select ws_username as "wsUsername" from unlinked_planners where account_id = $1 and id = $2`

/** $1 account, $2 unlinked planner, $3 user, $4 by whom. */
export const linkName = `
  update unlinked_planners set linked_user_id = $3, linked_by_id = $4, linked_at = now() where account_id = $1 and id = $2`

/** $1 account, $2 user, $3 name. The first name of a member is theirs from then on, unless another has it. */
export const adoptName = `
  update memberships m set ws_username = $3
  where m.account_id = $1 and m.user_id = $2 and m.ws_username is null
    and not exists (select 1 from memberships o where o.account_id = $1 and lower(o.ws_username) = lower($3))`

/**
 * $1 account, $2 user, $3 name. Links the user to every circuit that the name has taken; of several names of theirs that took one
 * the link goes by the last.
 */
export const linkCircuits = `
  insert into circuit_planners as p (circuit_id, user_id, account_id, source, ws_username)
  select c.id, $2, $1, 'api_sync', c.fields->>'takenBy' from circuits c
  where c.account_id = $1 and c.retired_at is null and lower(c.fields->>'takenBy') = lower($3)
  on conflict (circuit_id, user_id) do update set ws_username = excluded.ws_username
    where p.source = 'api_sync' and lower(p.ws_username) is distinct from lower(excluded.ws_username)`

/** $1 account, $2 user, $3 name. What was linked by it is no more, whoever has taken it since; links made by hand stay. */
export const releaseCircuits = `
  delete from circuit_planners
  where account_id = $1 and user_id = $2 and source = 'api_sync' and lower(ws_username) = lower($3)`

/** $1 account, $2 user, $3 name. It is a further name of the user no more. */
export const forgetName = `
  update unlinked_planners set linked_user_id = null, linked_by_id = null, linked_at = null
  where account_id = $1 and linked_user_id = $2 and lower(ws_username) = lower($3)`

/** $1 account. Members with what they plan that is not closed. */
export const selectPlanners = `
  select m.user_id as "userId", u.name, u.email, m.ws_username as "wsUsername", count(c.id)::int as circuits,
         coalesce(sum(((c.fields || c.manual)->>'totalMiles')::numeric), 0)::float as miles,
         coalesce(sum(((c.fields || c.manual)->>'milesPlanned')::numeric), 0)::float as "milesPlanned",
         sum(a.total_units)::int as "totalUnits", sum(a.units_approved)::int as "unitsApproved",
         sum(a.units_refused)::int as "unitsRefused", sum(a.units_pending)::int as "unitsPending"
  from memberships m
  join users u on u.id = m.user_id
  left join circuit_planners p on p.user_id = m.user_id and p.account_id = m.account_id
  left join circuits c on c.id = p.circuit_id and c.retired_at is null and c.fields->>'apiStatus' <> 'CLOSE'
  left join lateral (
    select total_units, units_approved, units_refused, units_pending from circuit_aggregates x
    where x.circuit_id = c.id order by x.aggregate_date desc limit 1) a on true
  where m.account_id = $1
  group by m.user_id, u.name, u.email, m.ws_username
  order by u.name, m.user_id`

/** $1 account, $2 user. No row when the user is no member. */
export const selectOwnName = `
  select ws_username as "wsUsername" from memberships where account_id = $1 and user_id = $2`

/** $1 account, $2 user, $3 name or null. */
export const renameMember = "update memberships set ws_username = $3 where account_id = $1 and user_id = $2"

/** $1 account, $2 name, $3 a user who does not count, or null. Who has the name: the member it was linked to comes first. */
export const selectNamesake = `
  select m.user_id as "userId", u.name, m.ws_username as "wsUsername"
  from memberships m join users u on u.id = m.user_id
  left join lateral (
    select p.linked_user_id as user_id from unlinked_planners p
    where p.account_id = $1 and p.linked_user_id = m.user_id and lower(p.ws_username) = lower($2)) l on true
  where m.account_id = $1 and m.user_id is distinct from $3::uuid
    and (lower(m.ws_username) = lower($2)
         or l.user_id is not null)
  order by l.user_id is not null desc, m.user_id
  limit 1`

/** $1 circuit, $2 user, $3 account, $4 by whom. One that a sync made is by hand from then on. */
export const assignPlanner = `
  insert into circuit_planners (circuit_id, user_id, account_id, source, assigned_by_id) values ($1, $2, $3, 'manual', $4)
  on conflict (circuit_id, user_id) do update
    set source = 'manual', assigned_by_id = excluded.assigned_by_id, ws_username = null`

/** $1 circuit. Its planners' names, for people; null when it has none. */
export const selectNames = `
  select string_agg(u.name, ', ' order by u.name, u.id) as names
  from circuit_planners p join users u on u.id = p.user_id where p.circuit_id = $1`

/** $1 circuit, $2 user. */
export const removePlanner = "delete from circuit_planners where circuit_id = $1 and user_id = $2"
