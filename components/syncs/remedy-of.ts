import type { SyncError } from "@/lib/domain/sync-log"

/** Who has to do something before it works again, and what. */
export function remedyOf(code: SyncError["code"]): string {
  switch (code) {
    case "misconfigured":
    case "unauthorized":
    case "forbidden":
    case "not_found":
      return "An admin has to set this right in the settings of the integration. Nothing was removed."
    case "rate_limited":
    case "quota_exhausted":
    case "unreachable":
    case "timeout":
    case "bad_response":
    case "conflict":
      return "It may pass by itself: the next sync tries again. Nothing was removed."
    case "plan_moved":
      return "Make a new preview and apply that one."
    case "interrupted":
    case "kept_dying":
      return "Look at the worker's log for the cause, then sync again. Nothing was removed."
    case "too_large":
    case "unexpected":
    case "internal":
      return "This is a fault of Rollcall, not of your settings. Send its makers the run's page. Nothing was removed."
  }
}
