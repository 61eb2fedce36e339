import { Badge } from "@/components/ui/badge"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { statusNames, statusTones } from "./sync-wording"

export function RunStatus({ run }: { run: SyncLogView }) {
  return <Badge tone={statusTones[run.status]}>{statusNames[run.status]}</Badge>
}
