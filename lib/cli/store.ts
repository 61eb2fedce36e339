/** When any worker's crontab last ticked, which each does every minute. Graphile Worker keeps no list of its workers. */
export const lastWorkerTick = `
  select max(last_execution) as at from graphile_worker._private_known_crontabs`
