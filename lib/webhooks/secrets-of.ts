/** What is kept encrypted of a webhook: its secret and, for a while after it was changed, the one before. */
type Kept = Record<string, string>

/** How long the old secret signs beside the new one, in milliseconds: a day, so that receivers can be changed in peace. */
const overlapMs = 24 * 3_600_000

/** The secrets that a message is signed with now, the newest first. */
export function secretsOf({ secret = "", previous, previousUntil }: Kept, now: Date): string[] {
  const isBothValid = previous !== undefined && Date.parse(previousUntil ?? "") > now.getTime()
  return isBothValid ? [secret, previous] : [secret]
}

/** A new secret takes the place of the one that is kept. */
export function replaceSecret({ secret = "" }: Kept, next: string, now: Date): Kept {
  const previousUntil = new Date(now.getTime() + overlapMs).toISOString()
  return { secret: next, previous: secret, previousUntil }
}
