import { pino } from "pino"

/**
 * JSON lines on standard output. Lines of a run carry its id as `runId` (S4-LOGS). Credentials are cut out by name, should
 * one ever get here.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: { service: "rollcall" },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: [
      "credentials",
      "*.credentials",
      "password",
      "*.password",
      "token",
      "*.token",
      "authorization",
      "*.authorization",
    ],
    censor: "[cut]",
  },
})

export type Log = typeof log
