import type { Rate } from "@/lib/domain/rate"
import type { RestConfig } from "./config/config"

/** How fast the service may be asked; null where nothing is known, or its limit is that of another host. */
export function rateOf({ rate, base_url }: RestConfig): Rate | null {
  if (rate === null) return null
  if (rate.host !== undefined && !new URL(base_url).hostname.endsWith(rate.host)) return null
  return { perSecond: rate.rps, burst: rate.burst ?? Math.max(1, Math.ceil(rate.rps)) }
}
