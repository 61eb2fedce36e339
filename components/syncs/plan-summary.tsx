"use client"
import { useQuery } from "@tanstack/react-query"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { Skeleton } from "@/components/ui/skeleton"
import type { Role } from "@/lib/domain/account"
import type { SyncLogView } from "@/lib/domain/sync-log"
import { syncChangeCountsQuery } from "@/lib/queries/sync-logs"
import { ApplyPlan } from "./apply-plan"
import { planWords } from "./change-wording"
import { countsApart } from "./counts-apart"
import type { StartFrom } from "./run-actions"
import { kindOf } from "./run-kind"
import { outcomeOf } from "./sync-wording"

type Props = { run: SyncLogView; role: Role; apply: StartFrom }

/** What a plan would do, in one sentence, and the button that does it. */
export default function PlanSummary({ run, role, apply }: Props) {
  const { data: counts, error } = useQuery(syncChangeCountsQuery(run.id))
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        {counts === undefined && error === null && <Skeleton className="h-5 w-72" />}
        <p className="font-semibold text-base text-pretty">
          {counts === undefined
            ? error?.message
            : planWords(counts, nounOfProvider(run.provider), countsApart(run).units)}
        </p>
        <p className="mt-0.5 text-ink-soft text-pretty">
          {outcomeOf(run)}. {meaningOf(run)}
        </p>
      </div>
      {counts !== undefined && <ApplyPlan run={run} counts={counts} role={role} apply={apply} />}
    </div>
  )
}

function meaningOf(run: SyncLogView): string {
  const kind = kindOf(run)
  return kind === "replay" && nounOfProvider(run.provider) === "list-item" ? replayedList : meaning[kind]
}

const replayedList =
  "The stored pages were read again as Rollcall reads them today, without asking master data, and compared with what was published last. Nothing was changed. Applied, this list is published as a whole."

const meaning = {
  sync: "",
  application: "",
  preview: "A preview reads and compares like a sync, and changes nothing.",
  replay:
    "The stored pages were read again as Rollcall reads them today, without asking the provider. Nothing was changed, and a replay never removes.",
  reversal:
    "Applied, it undoes what that run changed. The source still says what it said: the next sync takes its values again, unless the source or the schedule is changed first.",
}
