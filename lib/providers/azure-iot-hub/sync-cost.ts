import { syncIntervals } from "@/lib/domain/intervals"
import type { Check } from "@/lib/domain/session"
import { perPage } from "./api"
import { assumedTier, messagesOf, rateOf } from "./limits"
import type { AzureSettings } from "./settings"

const secondsPerDay = 86_400
const shortest = syncIntervals[0]

type Seen = {
  /** Devices in the hub, and bytes that one twin takes, from a sample. */
  devices: number
  bytesPerTwin: number
  settings: Pick<AzureSettings, "tier" | "units">
}

/** What syncing costs of the hub's own allowance, in words: `detail` always, a warning where the usual interval is too short. */
export function syncCost({ devices, bytesPerTwin, settings }: Seen): {
  detail: string
  warning: string | null
  allowance: NonNullable<Check["allowance"]>
} {
  const { spent, perDay } = messagesOf(devices * bytesPerTwin, settings)
  const daily = (seconds: number) => Math.ceil((spent * secondsPerDay) / seconds)
  const hub = `${settings.units} ${settings.units === 1 ? "unit" : "units"} of ${settings.tier ?? assumedTier}`
  const detail = `One sync reads about ${count(spent)} of the ${count(perDay)} messages that ${hub} may read and send a day; every 5 minutes makes ${count(daily(shortest))}.`
  // Devices send messages too, so half of them are left to them
  const fitting = syncIntervals.find((seconds) => daily(seconds) <= perDay / 2) ?? null
  const minutes = Math.ceil(Math.ceil(devices / perPage) / (rateOf(settings).perSecond * 60))
  const allowance = { perSync: spent, perDay, what: `messages a day of ${hub}` }
  if (fitting === shortest && minutes * 60 <= shortest) return { detail, warning: null, allowance }
  const choice =
    fitting === null
      ? "Even once a day is more than half of them: give the hub more units."
      : `Choose ${words[Math.max(fitting, leastFor(minutes * 60))]} or longer, or give the hub more units.`
  return {
    detail,
    allowance,
    warning: `Syncing every 5 minutes is too much for this hub: a sync takes about ${minutes} ${minutes === 1 ? "minute" : "minutes"} at the pace it allows, and costs ${count(daily(shortest))} messages a day. ${choice}`,
  }
}

const words: Record<number, string> = {
  300: "5 minutes",
  900: "15 minutes",
  1800: "30 minutes",
  3600: "an hour",
  21600: "6 hours",
  86400: "a day",
}

/** The shortest interval that a sync of so many seconds fits into. */
const leastFor = (seconds: number): number =>
  syncIntervals.find((interval) => interval >= seconds) ?? secondsPerDay

const count = (value: number): string => value.toLocaleString("en")
