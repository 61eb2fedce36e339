-- The order of the list is the work order and extension as one text, which the index that was made for it did not have.
drop index circuits_work_order;

-- Serves: the list in its usual order, and its keyset.
create index circuits_in_order
  on circuits (account_id, ((fields->>'workOrder') || ' ' || (fields->>'extension')), id) where retired_at is null;
