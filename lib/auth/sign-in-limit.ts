import { RequestError } from "@/lib/domain/problem"

const windowMs = 15 * 60_000
const failuresAllowed = { email: 10, address: 50 }

type Failures = { count: number; until: number }
const failures = new Map<string, Failures>()

export type Attempt = { email: string; address: string | null; now: Date }

/**
 * Refuses (429) an e-mail after 10 failed sign-ins, or an address after 50, until 15 minutes after the first. Counted in
 * this process: with several web processes each allows as many.
 */
export function checkSignInLimit(attempt: Attempt): void {
  const now = attempt.now.getTime()
  for (const [key, allowed] of keysOf(attempt)) {
    const known = failures.get(key)
    if (known === undefined || known.until <= now || known.count < allowed) continue
    const minutes = Math.ceil((known.until - now) / 60_000)
    throw new RequestError(429, `Too many failed sign-ins. Try again in ${minutes} min.`)
  }
}

export function noteFailedSignIn(attempt: Attempt): void {
  const now = attempt.now.getTime()
  if (failures.size > 10_000) forgetExpired(now)
  for (const [key] of keysOf(attempt)) {
    const known = failures.get(key)
    if (known !== undefined && known.until > now) known.count++
    else failures.set(key, { count: 1, until: now + windowMs })
  }
}

/** A password that was right clears its e-mail, and takes back what its own attempt counted for the address. */
export function noteSignIn(attempt: Attempt): void {
  for (const [key] of keysOf(attempt)) {
    const known = failures.get(key)
    if (known !== undefined) known.count = key.startsWith("email ") ? 0 : known.count - 1
  }
}

function keysOf({ email, address }: Attempt): [string, number][] {
  const byEmail: [string, number] = [`email ${email}`, failuresAllowed.email]
  return address === null ? [byEmail] : [byEmail, [`address ${address}`, failuresAllowed.address]]
}

function forgetExpired(now: number): void {
  for (const [key, { until }] of failures) if (until <= now) failures.delete(key)
}
