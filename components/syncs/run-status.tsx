import { Badge } from "@/components/ui/badge"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { hasEndedWell, isPlan } from "./run-kind"
import { statusNames, statusTones } from "./sync-wording"

/** How a run is or ended. A plan that holds removals or rejects is no less a plan. */
export function RunStatus({ run }: { run: SyncLogView }) {
  if (isPlan(run) && hasEndedWell(run)) return <Badge tone="good">Plan made</Badge>
  return <Badge tone={statusTones[run.status]}>{statusNames[run.status]}</Badge>
}
