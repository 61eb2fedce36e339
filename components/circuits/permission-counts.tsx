import { formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"

type Counts = {
  unitsApproved: number | null
  unitsRefused: number | null
  unitsPending: number | null
}

/** How many units were approved, refused and are pending; unknown is not zero. */
export function PermissionCounts({ unitsApproved, unitsRefused, unitsPending }: Counts) {
  if (unitsApproved === null) return <None text="unknown" />
  const counts = [unitsApproved, unitsRefused, unitsPending].map((units) => formatNumber(units ?? 0))
  return <span className="tabular-nums">{counts.join(", ")}</span>
}
