import { Notice } from "@/components/ui/notice"
import type { CheckState } from "./use-check"

/** What a check of the connection found out. */
export function CheckOutcome({ state, provider }: { state: CheckState; provider: string }) {
  switch (state.kind) {
    case "unknown":
      return null
    case "checking":
      return <p role="status">Asking {provider}. This takes a few seconds at most.</p>
    case "passed":
      return (
        <Notice tone={state.check.warnings.length > 0 ? "warn" : "good"} title={state.check.detail}>
          {state.check.warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )
    case "refused":
      return (
        <Notice tone="bad" title={state.message}>
          Nothing was stored. Correct it, then check again.
        </Notice>
      )
  }
}
