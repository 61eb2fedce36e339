-- A list waits no longer once its hold has expired, whatever let it: nobody decided in time, or the integration was deleted.
create function let_list_of_hold_go() returns trigger language plpgsql as $$
begin
  update published_lists set status = 'let_go' where hold_id = new.id and status = 'held';
  return null;
end $$;
create trigger removal_holds_let_list_go after update of status on removal_holds for each row
  when (new.status is distinct from old.status and new.status = 'expired' and new.stream = 'list')
  execute function let_list_of_hold_go();

update published_lists p set status = 'let_go'
from removal_holds h
where h.id = p.hold_id and h.stream = 'list' and h.status = 'expired' and p.status = 'held';
