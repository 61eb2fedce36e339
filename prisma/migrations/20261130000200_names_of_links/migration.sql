-- The name in WorkStudio by which a sync made the link: another may take the circuit later, and the link still goes with the name.
alter table circuit_planners add column ws_username text;

-- Null where the circuit has been taken by another since: nobody knows by which name those links were made, and they stay.
update circuit_planners p set ws_username = c.fields->>'takenBy'
from circuits c
where c.id = p.circuit_id and p.source = 'api_sync'
  and (exists (select 1 from memberships m
                where m.account_id = p.account_id and m.user_id = p.user_id and lower(m.ws_username) = lower(c.fields->>'takenBy'))
       or exists (select 1 from unlinked_planners u
                   where u.account_id = p.account_id and u.linked_user_id = p.user_id
                     and lower(u.ws_username) = lower(c.fields->>'takenBy')));
