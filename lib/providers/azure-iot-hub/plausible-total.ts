import { ProviderError } from "@/lib/domain/provider-error"
import type { Hub } from "./api"

/** The hub's own count of its devices, and why it cannot be had; both null where the credentials may not ask. */
export type Total = { count: number | null; shortfall: string | null }

/** Asks how many devices there are, so that a list that lost some is noticed (§A.8: free of charge). */
export async function askTotal(hub: Hub): Promise<Total> {
  try {
    return { count: await hub.countDevices(), shortfall: null }
  } catch (error) {
    if (
      !(error instanceof ProviderError) ||
      error.code === "rate_limited" ||
      error.code === "quota_exhausted"
    )
      throw error
    if (["unauthorized", "forbidden", "not_found", "misconfigured"].includes(error.code))
      return { count: null, shortfall: null }
    return {
      count: null,
      shortfall: `the hub's own count of its devices could not be read. ${error.message}`,
    }
  }
}

/** Devices by which count and list may differ, because both lag behind while devices come and go. */
const slack = (listed: number): number => Math.max(10, listed / 10)

/** Why a list cannot be what the hub has: it counts none, or far fewer. Null where it can be; a list that is too short the engine sees. */
export function implausible(listed: number, total: number | null): string | null {
  if (total === null || listed === 0 || (total > 0 && listed <= total + slack(listed))) return null
  return `the hub counts ${total.toLocaleString("en")} devices but listed ${listed.toLocaleString("en")}.`
}
