/** One command of `npm run rollcall --`. Its result alone goes to standard output; a failure is thrown. */
export type Command = {
  /** The words that call it: `token create`. */
  name: string
  /** What may follow: `--email <user> --name <text>`. */
  usage: string
  summary: string
  run: (args: string[]) => Promise<void>
}

/** The command was called wrongly: its usage is shown, and we exit with 2. */
export class UsageError extends Error {}

/** The value of an option that has to be there. Throws UsageError. */
export function needed(value: string | undefined, option: string): string {
  if (value !== undefined && value.trim() !== "") return value
  throw new UsageError(`--${option} is missing.`)
}
