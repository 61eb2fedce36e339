import type { Rate } from "@/lib/domain/rate"
import type { AwsIotSettings } from "./settings"

/** What Amazon allows an account in a region, in requests per second, as far as documented (facts C.4), and less. */
const amazon = {
  all: { perSecond: 50, burst: 50 },
  /** ListThings, ListThingTypes, ListTagsForResource: ten a second each. */
  registry: { perSecond: 10, burst: 10 },
  /** Not documented. */
  greengrass: { perSecond: 5, burst: 5 },
} satisfies Record<string, Rate>

/** Null for a server of somebody else's, which has no such limits; the SDK takes its address from the environment too. */
export function rateOf(settings: AwsIotSettings, part: keyof typeof amazon = "all"): Rate | null {
  const { AWS_ENDPOINT_URL_IOT, AWS_ENDPOINT_URL } = process.env
  const endpoint = settings.endpoint ?? (AWS_ENDPOINT_URL_IOT || AWS_ENDPOINT_URL || null)
  const isAmazon = endpoint === null || /\.amazonaws\.com(\.cn)?$/.test(URL.parse(endpoint)?.hostname ?? "")
  return isAmazon ? amazon[part] : null
}
