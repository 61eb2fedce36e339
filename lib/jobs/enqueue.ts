import type { TaskName, TaskPayload } from "./tasks"

/** Anything that runs one parameterised statement: a `pg` pool or client. */
export type Queryable = { query: (sql: string, values: unknown[]) => Promise<unknown> }

type Options = {
  /** A queued job with the same key is replaced; one that is running is not. */
  jobKey?: string
  runAt?: Date
  maxAttempts?: number
  /** The lower, the sooner among jobs that are due; 0 when left out. */
  priority?: number
}

/** Queues a job on the caller's connection, so that it stands or falls with the caller's transaction. */
export async function enqueue<T extends TaskName>(
  db: Queryable,
  task: T,
  payload: TaskPayload<T>,
  { jobKey, runAt, maxAttempts = 1, priority = 0 }: Options = {},
): Promise<void> {
  await db.query(
    `select graphile_worker.add_job($1, $2::json, run_at => coalesce($3::timestamptz, now()), max_attempts => $4::int, job_key => $5, priority => $6::int)`,
    [task, JSON.stringify(payload), runAt ?? null, maxAttempts, jobKey ?? null, priority],
  )
}

type PrismaExecutor = { $queryRawUnsafe: (sql: string, ...values: unknown[]) => Promise<unknown> }

/** Prisma's transaction as something that runs one statement. */
export const viaPrisma = (tx: PrismaExecutor): Queryable => ({
  query: (sql, values) => tx.$queryRawUnsafe(sql, ...values),
})
