"use client"
import { useState } from "react"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { LinkButton } from "@/components/ui/link-button"
import type { Role } from "@/lib/domain/account"
import type { SyncLogView } from "@/lib/domain/sync-log"
import type { SyncChangeCounts } from "@/lib/domain/sync-log-query"
import { allIn, planParts } from "./change-wording"
import { countsApart } from "./counts-apart"
import type { StartFrom } from "./run-actions"
import { whyNotApply } from "./run-kind"
import { useStartRun } from "./use-start-run"

type Props = { run: SyncLogView; counts: SyncChangeCounts; role: Role; apply: StartFrom }

/** Carries out the plan of a preview once it was confirmed; afterwards the way to the run that did (N-PLAN). */
export function ApplyPlan({ run, counts, role, apply }: Props) {
  const [open, setOpen] = useState(false)
  const applying = useStartRun(() => apply({ id: run.id }))
  const appliedBy = run.plan?.appliedBy
  if (appliedBy != null)
    return <LinkButton href={`/syncs/${appliedBy}`}>See the run that applied it</LinkButton>
  if (whyNotApply(run) !== null || allIn(counts) === 0) return null
  if (nounOfProvider(run.provider) === "list-item" && (counts.hold ?? 0) > 0) return null
  return (
    <>
      <Button
        variant="primary"
        reason={role === "ADMIN" ? null : "Only an admin of your account can apply a plan."}
        onClick={() => setOpen(true)}
      >
        Apply this plan
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Apply this plan to ${run.integrationName}?`}
        verb="Apply plan"
        tone="primary"
        busy={applying.isPending}
        error={applying.refusal}
        onConfirm={() => applying.start()}
      >
        <ul className="list-disc space-y-0.5 pl-5 text-ink">
          {planParts(counts, countsApart(run).units).map((part) => (
            <li key={part} className="first-letter:uppercase">
              {part}
            </li>
          ))}
        </ul>
        <p>
          Exactly this is done, without asking the provider again. If a record has changed since, nothing is
          applied, and the run says which.
        </p>
      </ConfirmDialog>
    </>
  )
}
