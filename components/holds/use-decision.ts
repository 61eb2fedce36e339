"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { toast } from "@/components/ui/toast"
import type { HoldActions } from "./hold-actions"
import { type Decision, decidedWords } from "./hold-wording"

/** Carries out a decision over a hold; what was not done and why is given back as `refusal`. */
export function useDecision(holdId: string, actions: HoldActions, onDecided: () => void) {
  const cache = useQueryClient()
  const deciding = useMutation({
    mutationFn: ({ decision, chosen }: { decision: Decision; chosen: string[] }) =>
      actions[decision]({ id: holdId, ...(chosen.length > 0 && { externalIds: chosen }) }),
    onSuccess: async (result, { decision }) => {
      await cache.invalidateQueries({ queryKey: ["holds"] })
      if (!result.ok) return
      toast(decidedWords(decision, result.value))
      void cache.invalidateQueries({ queryKey: ["devices"] })
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
