-- Nothing ever wrote copies of sums at the end of a period, nor snapshots by hand: what the columns had place for is gone.
delete from circuit_aggregates where is_rollup;
alter table circuit_aggregates drop column is_rollup;

-- Serves: a circuit's latest sums. The one that was there went with its last column.
create unique index circuit_aggregates_circuit_id_aggregate_date_key on circuit_aggregates (circuit_id, aggregate_date desc);

delete from circuit_snapshots where snapshot_type = 'manual';
alter table circuit_snapshots drop constraint circuit_snapshots_type_known;
alter table circuit_snapshots
  add constraint circuit_snapshots_type_known check (snapshot_type in ('daily', 'status_change'));
alter table circuit_snapshots drop column created_by_id;
