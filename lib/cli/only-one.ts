import { UsageError } from "./command"

/** The one word that a command takes. Throws UsageError, with `message`, when there is none or more. */
export function onlyOne(positionals: string[], message: string): string {
  const [first, ...rest] = positionals
  if (first !== undefined && rest.length === 0) return first
  throw new UsageError(message)
}
