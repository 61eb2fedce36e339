/** When any worker last looked for what is due, which each does as it starts and every half minute. */
export const lastWorkerTick = "select max(at) as at from worker_ticks"
