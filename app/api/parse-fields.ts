import type { z } from "zod"
import { RequestError } from "@/lib/domain/problem"
import { findUnstorable } from "./find-unstorable"

/** What was sent, as the schema reads it. Throws 422 with the errors by field; `a.b` is field b of a. */
export function parseFields<T>(schema: z.ZodType<T>, sent: unknown): T {
  const unstorable = findUnstorable(sent)
  if (unstorable !== null) throw refusal([unstorable])
  const parsed = schema.safeParse(sent)
  if (parsed.success) return parsed.data
  throw refusal(
    parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: wordsOf(issue) })),
  )
}

function refusal(faults: { field: string; message: string }[]): RequestError {
  const errors: Record<string, string[]> = {}
  for (const { field, message } of faults) errors[field] = [...(errors[field] ?? []), message]
  const detail = faults.map(({ field, message }) =>
    field === "" || message.startsWith(field) ? message : `${field}: ${message}`,
  )
  return new RequestError(422, detail.slice(0, 10).join(" "), errors)
}

/** zod's own words only where a schema has none of its own, and then in ours. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return `There is no ${issue.keys.map((key) => `"${key}"`).join(" or ")} here; leave it out or check its spelling.`
  const isBare = issue.code === "invalid_type" && issue.message.startsWith("Invalid input")
  return isBare ? `Give a value of type ${issue.expected}.` : issue.message
}
