-- A list that an admin dismissed waits no longer, and is told from those that gave way to another before anybody decided.
alter table published_lists drop constraint published_lists_status_known;
alter table published_lists add constraint published_lists_status_known
  check (status in ('published', 'held', 'planned', 'let_go', 'dismissed'));
update published_lists p set status = 'dismissed'
from removal_holds h
where h.stream = 'list' and h.status = 'dismissed' and p.status in ('held', 'let_go')
  and p.id = (select n.id from published_lists n where n.hold_id = h.id order by n.id desc limit 1);

-- An approval that came to nothing, however its run ended, is not used up: its hold waits again, unless a newer one does.
create function reopen_hold_of_run() returns trigger language plpgsql as $$
begin
  update removal_holds h set status = 'open', decided_by_id = null, decided_at = null, updated_at = now()
  from published_lists p
  where p.id = (new.context->>'publishes')::uuid and p.status = 'held' and h.id = p.hold_id and h.status = 'approved'
    and not exists (select 1 from removal_holds o
                     where o.integration_id = h.integration_id and o.stream = h.stream and o.status = 'open');
  return null;
end $$;
create trigger sync_logs_reopen_hold after update of status on sync_logs for each row
  when (new.status is distinct from old.status and new.status in ('FAILED', 'CANCELLED') and new.context ? 'publishes')
  execute function reopen_hold_of_run();
