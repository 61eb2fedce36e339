import { ChangeBadge } from "@/components/inventory/change-badge"
import { Badge } from "@/components/ui/badge"
import type { SyncChangeView } from "@/lib/domain/sync-change"
import { actionWords } from "./change-wording"

/** What was done to a device, or of a plan what would be. */
export function ChangeActionBadge({ change, isPlan }: { change: SyncChangeView; isPlan: boolean }) {
  if (!isPlan) return <ChangeBadge kind={change.kind} />
  const { planned, tone } = actionWords[change.action]
  return <Badge tone={tone}>{planned}</Badge>
}
