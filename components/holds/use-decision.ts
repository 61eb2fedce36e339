"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useAction } from "@/components/actions/use-action"
import { toast } from "@/components/ui/toast"
import { nounOf } from "@/lib/domain/noun-of"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import type { HoldActions } from "./hold-actions"
import { type Decision, decidedWords } from "./hold-wording"

/** Carries out a decision over a hold; what was not done and why is given back as `refusal`. */
export function useDecision({ id, stream }: RemovalHoldView, actions: HoldActions, onDecided: () => void) {
  const cache = useQueryClient()
  const noun = nounOf[stream]
  const lookAgain = (...keys: string[]) =>
    Promise.all(keys.map((key) => cache.invalidateQueries({ queryKey: [key] })))
  const deciding = useAction({
    act: async ({ decision, chosen }: { decision: Decision; chosen: string[] }) => {
      const result = await actions[decision]({ id, ...(chosen.length > 0 && { externalIds: chosen }) })
      await lookAgain("holds")
      return result
    },
    onDone: (decided, { decision }) => {
      toast(decidedWords({ decision, noun }, decided))
      void lookAgain("devices", "device-models", "lists")
      onDecided()
    },
    unanswered: "Look again before you repeat this.",
  })
  return {
    decide: (decision: Decision, chosen: string[]) => deciding.run({ decision, chosen }),
    isPending: deciding.isPending,
    refusal: deciding.failure,
    reset: deciding.reset,
  }
}
