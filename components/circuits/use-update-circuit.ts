"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { toastFailure } from "@/components/ui/toast"
import type { CircuitDetail, CircuitUpdate, CircuitView } from "@/lib/domain/circuit-view"
import type { Listing } from "@/lib/domain/listing"
import type { UpdateCircuit } from "./circuit-actions"

type Change = CircuitUpdate & { id: string }

/** A change that the server said no to, with what is wrong by field: `fields.totalMiles`. */
class Refused extends Error {
  constructor(
    message: string,
    readonly errors: Record<string, string[]>,
  ) {
    super(message)
  }
}

/**
 * Changes a circuit: shown at once wherever it is in sight, and taken back, with the reason, when the server says no. `errors` are
 * those of the last change, by field.
 */
export function useUpdateCircuit(update: UpdateCircuit) {
  const cache = useQueryClient()
  const show = (id: string, change: Partial<CircuitView>) => {
    cache.setQueriesData<Listing<CircuitView>>({ queryKey: ["circuits", "list"] }, (list) =>
      list === undefined
        ? undefined
        : { ...list, items: list.items.map((one) => (one.id === id ? { ...one, ...change } : one)) },
    )
    cache.setQueryData<CircuitDetail>(["circuits", "one", id], (one) => one && { ...one, ...change })
  }
  const updating = useMutation({
    mutationFn: async (change: Change) => {
      const result = await update(change)
      if (result.ok) return result.value
      throw new Refused(result.message, result.errors)
    },
    onMutate: async ({ id, workflowStage, isPinned, isHidden }) => {
      await cache.cancelQueries({ queryKey: ["circuits"] })
      const before = cache.getQueriesData({ queryKey: ["circuits"] })
      show(id, {
        ...(workflowStage && { workflowStage }),
        ...(isPinned !== undefined && { isPinned }),
        ...(isHidden !== undefined && { isHidden }),
      })
      return { before }
    },
    onError: (error, _change, context) => {
      for (const [key, data] of context?.before ?? []) cache.setQueryData(key, data)
      toastFailure("The circuit was not changed", error.message)
    },
    onSuccess: (detail) => cache.setQueryData(["circuits", "one", detail.id], detail),
    onSettled: () => cache.invalidateQueries({ queryKey: ["circuits"] }),
  })
  return { ...updating, errors: updating.error instanceof Refused ? updating.error.errors : {} }
}
