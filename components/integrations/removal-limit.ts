import { formatNumber } from "@/components/ui/format-number"
import type { RemovalPolicy } from "@/lib/domain/integration"

/** A policy as somebody is typing it. */
export type PolicyDraft = { records: string; percent: string }

type ReadPolicy = { policy: RemovalPolicy | null; errors: { records?: string[]; percent?: string[] } }

/** The policy, or what is wrong with each field. */
export function readPolicy({ records, percent }: PolicyDraft): ReadPolicy {
  const policy = { records: toNumber(records), percent: toNumber(percent) }
  const isWrong = {
    records: !Number.isInteger(policy.records) || policy.records < 0 || policy.records > 1_000_000,
    percent: !(policy.percent >= 0 && policy.percent <= 100),
  }
  if (!isWrong.records && !isWrong.percent) return { policy, errors: {} }
  return {
    policy: null,
    errors: {
      ...(isWrong.records && { records: ["Give a whole number from 0 to 1,000,000."] }),
      ...(isWrong.percent && { percent: ["Give a number from 0 to 100."] }),
    },
  }
}

/** What the policy means for a fleet of this size: `With 250 devices, more than 50 at once are held.` */
export function limitWords({ records, percent }: RemovalPolicy, devices: number): string {
  const limit = Math.floor(Math.max(records, (devices * percent) / 100))
  const fleet = `With the ${formatNumber(devices)} devices it reports now,`
  if (limit >= devices) return `${fleet} only an empty read is held.`
  return limit === 0
    ? `${fleet} every removal is held.`
    : `${fleet} more than ${formatNumber(limit)} removals at once are held.`
}

const toNumber = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text))
