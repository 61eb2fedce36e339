import { ProviderError } from "@/lib/domain/provider-error"
import type { Hub } from "./api"

/** Milliseconds after which no further device is asked about: at the pace of a small hub each takes seconds. */
const longest = 60_000

/**
 * Of these devices, those that the hub's registry does not have, which the list may lag behind by up to 30 minutes (§0.6 of the
 * provider facts). What it does not say for certain, because it fails or time is up, is not claimed.
 */
export async function confirmAbsent(hub: Hub, deviceIds: string[]): Promise<string[]> {
  const end = performance.now() + longest
  const gone: string[] = []
  for (const deviceId of deviceIds) {
    if (performance.now() > end) return gone
    try {
      if (await hub.isGone(deviceId)) gone.push(deviceId)
    } catch (error) {
      if (error instanceof ProviderError) return gone
      throw error
    }
  }
  return gone
}
