import type { ConnectionState } from "@/lib/domain/device"
import { connectionNames } from "./device-wording"

const looks: Record<ConnectionState, string> = {
  connected: "bg-good",
  disconnected: "border border-ink-faint",
  unknown: "border border-line-strong border-dashed",
}

/** Whether a device was online when its source last said so. */
export function ConnectionDot({ state }: { state: ConnectionState }) {
  return (
    <span title={connectionNames[state]} className={`size-2 shrink-0 rounded-full ${looks[state]}`}>
      <span className="sr-only">{state === "unknown" ? "" : connectionNames[state]}</span>
    </span>
  )
}
