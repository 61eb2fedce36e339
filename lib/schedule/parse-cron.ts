import { Cron } from "croner"
import { RequestError } from "@/lib/domain/problem"

/**
 * A cron expression of five fields in an IANA zone. A time of day that a clock change skips runs right after it, one that
 * comes twice runs once. Throws 422 with the remedy when it cannot be read, or never comes.
 */
export function parseCron(expression: string, timeZone: string): Cron {
  const cron = readCron(expression, timeZone)
  if (cron.nextRun(new Date(0)) !== null) return cron
  throw refusal(`"${expression}" never comes: no such day exists.`)
}

function readCron(expression: string, timeZone: string): Cron {
  if (expression.trim().split(/\s+/).length !== 5) {
    throw refusal(`"${expression}" does not have five fields.`)
  }
  try {
    return new Cron(expression, {
      timezone: timeZone,
      mode: "5-part",
      fixedTimeRule: "no-wildcard",
      paused: true,
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace("CronPattern: ", "") : "it cannot be read"
    throw refusal(`"${expression}" is no cron expression: ${reason}.`, cause)
  }
}

function refusal(what: string, cause?: unknown): RequestError {
  const message = `${what} Give minute, hour, day of month, month and day of week, for example "0 4 * * *" for daily at 04:00.`
  return new RequestError(422, message, { cron: [message] }, { cause })
}
