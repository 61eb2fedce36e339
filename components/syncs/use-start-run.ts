"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useAction } from "@/components/actions/use-action"
import type { ActionResult } from "@/lib/domain/action-result"
import type { SyncStarted } from "@/lib/domain/integration"
import { integrationsQuery } from "@/lib/queries/integrations"

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
  const starting = useAction({
    act: start,
    onDone: (started) => {
      void cache.invalidateQueries(integrationsQuery())
      void cache.invalidateQueries({ queryKey: ["sync-logs"] })
      router.push(`/syncs/${started.job_id}`)
    },
    ...(failure !== null && { toldAs: failure }),
    unanswered: "Check the connection, then try again.",
  })
  return {
    start: starting.run,
    /** Also once it has started, until its page is there. */
    isPending: starting.isPending || starting.isDone,
    refusal: starting.failure,
  }
}
