import type { Rate } from "@/lib/domain/rate"
import type { AzureSettings, Tier } from "./settings"

/** What a unit of each tier allows (§A.8 of the provider facts). A message is one block of so many bytes. */
const perUnit: Record<Tier, { queriesPerMinute: number; messagesPerDay: number; blockBytes: number }> = {
  F1: { queriesPerMinute: 20, messagesPerDay: 8_000, blockBytes: 512 },
  S1: { queriesPerMinute: 20, messagesPerDay: 400_000, blockBytes: 4096 },
  S2: { queriesPerMinute: 20, messagesPerDay: 6_000_000, blockBytes: 4096 },
  S3: { queriesPerMinute: 1000, messagesPerDay: 300_000_000, blockBytes: 4096 },
}

/** The tier of a hub whose admin did not say: the smallest paid one. */
export const assumedTier: Tier = "S1"

/** The pace that the hub's tier and units allow, with a minute's worth at once: bursts are let through for a minute or two. */
export function rateOf({ tier, units }: Pick<AzureSettings, "tier" | "units">): Rate {
  const perMinute = perUnit[tier ?? assumedTier].queriesPerMinute * units
  return { perSecond: perMinute / 60, burst: perMinute }
}

/** Messages that replies of so many bytes are charged as, and how many the hub has each day. */
export function messagesOf(bytes: number, { tier, units }: Pick<AzureSettings, "tier" | "units">) {
  const { blockBytes, messagesPerDay } = perUnit[tier ?? assumedTier]
  return { spent: Math.ceil(bytes / blockBytes), perDay: messagesPerDay * units }
}
