"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Button } from "@/components/ui/button"
import { toastFailure } from "@/components/ui/toast"
import type { Role } from "@/lib/domain/account"
import { syncLogQuery } from "@/lib/queries/sync-logs"
import type { CancelRun } from "./run-actions"

/** Stops a run before it changes anything more. */
export function CancelButton({ id, role, cancel }: { id: string; role: Role; cancel: CancelRun }) {
  const cache = useQueryClient()
  const asking = useMutation({
    mutationFn: () => cancel({ id }),
    onSuccess: async (result) => {
      if (!result.ok) toastFailure("The sync was not cancelled", result.message)
      await cache.invalidateQueries(syncLogQuery(id))
    },
    onError: () => toastFailure("The sync was not cancelled", "Rollcall cannot be reached. Try again."),
  })
  const wasAsked = asking.data?.ok === true
  const reason = role === "VIEWER" ? "Viewers cannot cancel a sync. Ask a member or an admin." : null
  return (
    <Button
      busy={asking.isPending || wasAsked}
      reason={asking.isPending || wasAsked ? null : reason}
      onClick={() => asking.mutate()}
    >
      {wasAsked ? "Cancelling after this page" : "Cancel sync"}
    </Button>
  )
}
