import type { Reply } from "@/simulators/reply"
import { refuseWith } from "./refuse"
import type { World } from "./world"

/** Counts queries against the throttle that is on: a bucket that fills by the minute's allowance. */
export function openThrottle() {
  let tokens = 0
  let at = 0
  let of: World["throttle"] = null
  return function refuseQuery({ throttle, now }: World): Reply | null {
    if (throttle === null) return null
    if (of !== throttle) {
      of = throttle
      tokens = throttle.burst
      at = now()
    }
    tokens = Math.min(throttle.burst, tokens + ((now() - at) / 60_000) * throttle.perMinute)
    at = now()
    if (tokens < 1)
      return refuseWith(
        "ThrottlingBacklogTimeout",
        "The request has been throttled. Wait 10 seconds and try again. Operation type: QueryDevices",
      )
    tokens -= 1
    return null
  }
}
