"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { toastFailure } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { SyncStarted } from "@/lib/domain/integration"
import { integrationsQuery } from "@/lib/queries/integrations"

const unreachable = "Rollcall cannot be reached. Check the connection, then try again."

/**
 * Starts a run and goes to its page. What kept it from starting is said under the title `failure`; without one it is given
 * back as `refusal`, for a dialog to show.
 */
export function useStartRun<Input = void>(
  start: (input: Input) => Promise<ActionResult<SyncStarted>>,
  failure: string | null = null,
) {
  const router = useRouter()
  const cache = useQueryClient()
  const say = (message: string) => failure !== null && toastFailure(failure, message)
  const starting = useMutation({
    mutationFn: start,
    onSuccess: (result) => {
      if (!result.ok) return say(result.message)
      void cache.invalidateQueries(integrationsQuery())
      void cache.invalidateQueries({ queryKey: ["sync-logs"] })
      router.push(`/syncs/${result.value.job_id}`)
    },
    onError: () => say(unreachable),
  })
  const refused = starting.data?.ok === false ? starting.data.message : null
  return {
    start: (input: Input) => starting.mutate(input),
    /** Also once it has started, until its page is there. */
    isPending: starting.isPending || starting.data?.ok === true,
    refusal: starting.isError ? unreachable : refused,
  }
}
