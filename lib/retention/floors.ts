import { type Retention, usualRetention } from "@/lib/domain/retention"

/** Before when things go: usually, and for accounts that set it otherwise. */
export type Floors = { usual: Date; own: { accountId: string; floor: Date }[]; latest: Date }

type Own = { accountId: string; days: Partial<Retention> }

const dayMs = 86_400_000

export function floorsOf(what: keyof Retention, { own, now }: { own: Own[]; now: Date }): Floors {
  const before = (days: number) => new Date(now.getTime() - days * dayMs)
  const usual = before(usualRetention[what])
  const others = own.flatMap(({ accountId, days: { [what]: days } }) =>
    days === undefined ? [] : [{ accountId, floor: before(days) }],
  )
  const latest = new Date(Math.max(usual.getTime(), ...others.map(({ floor }) => floor.getTime())))
  return { usual, own: others, latest }
}

/** The least id that could have been made at a time: ids are uuid v7 and begin with their milliseconds. */
export function leastId(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, "0")
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
