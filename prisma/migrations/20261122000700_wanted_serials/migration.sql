-- A device whose source gives it a serial that another device has keeps its old one and waits.
alter table devices add column wanted_serial_key text;

-- "Who waits for a serial?", asked at the end of every merge
create index devices_waiting_for_serial on devices (account_id) where wanted_serial_key is not null;

-- A stream that is read again from the start forgets its own rejects, not those of other streams.
alter table sync_log_lines add column stream text;
