/** What a socket says, and Postgres' classes 08 (connection) and 57P (stopped, crashed, still starting). */
const codes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|08...|57P..)$/

/** Whether an error says that the database is away, and not that something is wrong with what was asked of it. */
export function isConnectionLost(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  if ("code" in error && typeof error.code === "string") return codes.test(error.code)
  return /^Connection terminated|connection error and is not queryable|^timeout exceeded when trying to connect/.test(
    error.message,
  )
}
