"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { toast } from "@/components/ui/toast"
import { nounOf } from "@/lib/domain/noun-of"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import type { HoldActions } from "./hold-actions"
import { type Decision, decidedWords } from "./hold-wording"

/** Carries out a decision over a hold; what was not done and why is given back as `refusal`. */
export function useDecision({ id, stream }: RemovalHoldView, actions: HoldActions, onDecided: () => void) {
  const cache = useQueryClient()
  const noun = nounOf[stream]
  const deciding = useMutation({
    mutationFn: ({ decision, chosen }: { decision: Decision; chosen: string[] }) =>
      actions[decision]({ id, ...(chosen.length > 0 && { externalIds: chosen }) }),
    onSuccess: async (result, { decision }) => {
      await cache.invalidateQueries({ queryKey: ["holds"] })
      if (!result.ok) return
      toast(decidedWords({ decision, noun }, result.value))
      void cache.invalidateQueries({ queryKey: ["devices"] })
      void cache.invalidateQueries({ queryKey: ["device-models"] })
      void cache.invalidateQueries({ queryKey: ["lists"] })
      onDecided()
    },
  })
  const refused = deciding.data?.ok === false ? deciding.data.message : null
  return {
    decide: (decision: Decision, chosen: string[]) => deciding.mutate({ decision, chosen }),
    isPending: deciding.isPending,
    refusal: deciding.isError ? "Rollcall cannot be reached. Look again before you repeat this." : refused,
    reset: deciding.reset,
  }
}
