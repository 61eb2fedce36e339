"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import type { Role } from "@/lib/domain/account"
import { syncLogQuery } from "@/lib/queries/sync-logs"
import type { CancelRun } from "./run-actions"

/** Stops a run before it changes anything more. */
export function CancelButton({ id, role, cancel }: { id: string; role: Role; cancel: CancelRun }) {
  const cache = useQueryClient()
  const asking = useAction({
    act: () => cancel({ id }),
    onAnswer: () => cache.invalidateQueries(syncLogQuery(id)),
    toldAs: "The sync was not cancelled",
  })
  const wasAsked = asking.isDone
  const reason = role === "VIEWER" ? "Viewers cannot cancel a sync. Ask a member or an admin." : null
  return (
    <Button
      busy={asking.isPending || wasAsked}
      reason={asking.isPending || wasAsked ? null : reason}
      onClick={() => asking.run()}
    >
      {wasAsked ? "Cancelling after this page" : "Cancel sync"}
    </Button>
  )
}
