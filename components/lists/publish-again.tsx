"use client"
import { useState } from "react"
import { useStartRun } from "@/components/syncs/use-start-run"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { count } from "@/components/ui/format-number"
import type { Role } from "@/lib/domain/account"
import type { ActionResult } from "@/lib/domain/action-result"
import type { SyncStarted } from "@/lib/domain/integration"
import type { ListVersionView } from "@/lib/domain/published-list"
import { versionName } from "./list-wording"

export type Publish = (input: { id: string }) => Promise<ActionResult<SyncStarted>>

type Props = { version: ListVersionView; role: Role; publish: Publish }

/** Publishes an earlier version once more, after saying what that means (S1-MORE). */
export function PublishAgain({ version, role, publish }: Props) {
  const [open, setOpen] = useState(false)
  const publishing = useStartRun(() => publish({ id: version.id }))
  return (
    <>
      <Button reason={whyNot(version, role)} onClick={() => setOpen(true)}>
        Publish this version again
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Publish ${versionName(version)} again?`}
        verb="Publish it"
        tone="primary"
        busy={publishing.isPending}
        error={publishing.refusal}
        onConfirm={() => publishing.start()}
      >
        <p>
          Its {count(version.items, "item")} replace whatever is published now, as a new version. The next
          scheduled run publishes what master data says then, unless the schedule is switched off.
        </p>
      </ConfirmDialog>
    </>
  )
}

function whyNot({ isKept }: ListVersionView, role: Role): string | null {
  if (role !== "ADMIN") return "Only an admin of your account can publish an earlier version."
  return isKept ? null : "Its content is kept no longer."
}
