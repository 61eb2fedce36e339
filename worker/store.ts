/** $1 task. A worker looks for what is due: doctor and the metrics tell by it that one is there. */
export const recordTick = `
  insert into worker_ticks (task, at) values ($1, now())
  on conflict (task) do update set at = excluded.at where worker_ticks.at < excluded.at`
