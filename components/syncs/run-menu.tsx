"use client"
import { Eye, RotateCcw, Undo2 } from "lucide-react"
import { useState } from "react"
import { ActionMenu } from "@/components/ui/action-menu"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import type { Role } from "@/lib/domain/account"
import type { SyncLogView } from "@/lib/domain/sync-log"
import type { RunActions } from "./run-actions"
import { whyNotReplay, whyNotRevert } from "./run-kind"
import { useStartRun } from "./use-start-run"

type Props = { run: SyncLogView; role: Role; actions: RunActions }

/** What can be started from a run that has ended. */
export function RunMenu({ run, role, actions }: Props) {
  const [asksToRevert, setAsksToRevert] = useState(false)
  const { id, integrationId } = run
  const preview = useStartRun(() => actions.preview({ integrationId }), "The preview did not start")
  const replay = useStartRun(() => actions.replay({ id }), "The pages were not run again")
  const revert = useStartRun(() => actions.revert({ id }))
  const notAdmin = role === "ADMIN" ? null : "Only an admin of your account can do this."
  const notPreview = role === "VIEWER" ? "Viewers cannot start a preview." : null
  const notReplay = notAdmin ?? whyNotReplay(run)
  const notRevert = notAdmin ?? whyNotRevert(run)
  return (
    <>
      <ActionMenu
        label="Actions"
        items={[
          {
            label: "Preview",
            Icon: Eye,
            note: notPreview ?? "Reads the source anew and shows what a sync would change.",
            disabled: notPreview !== null || preview.isPending,
            onSelect: () => preview.start(),
          },
          {
            label: "Run stored pages again",
            Icon: RotateCcw,
            note: notReplay ?? "Shows what this run’s pages would change today, without asking the provider.",
            disabled: notReplay !== null || replay.isPending,
            onSelect: () => replay.start(),
          },
          {
            label: "Revert this run",
            Icon: Undo2,
            note: notRevert ?? "Shows first what undoing it would change.",
            disabled: notRevert !== null,
            onSelect: () => setAsksToRevert(true),
          },
        ]}
      />
      <ConfirmDialog
        open={asksToRevert}
        onOpenChange={setAsksToRevert}
        title="Revert this run?"
        verb="Open the preview"
        tone="primary"
        busy={revert.isPending}
        error={revert.refusal}
        onConfirm={() => revert.start()}
      >
        <p>This opens a preview of what undoing it would change. Nothing happens until you apply that.</p>
        <p>
          The source still says what it said: the next sync takes its values again, unless the source or the
          schedule is changed first.
        </p>
      </ConfirmDialog>
    </>
  )
}
