-- Serves: the records that wait in a hold (N-HOLD). Small, because few records are ever held.
create index device_records_held on device_records (hold_id, external_id) where hold_id is not null;
