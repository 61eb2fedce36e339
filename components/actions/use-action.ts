"use client"
import { useMutation } from "@tanstack/react-query"
import { toastFailure } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"

type Action<Input, Value> = {
  act: (input: Input) => Promise<ActionResult<Value>>
  /** Once it was done; it counts as under way until this has ended. What fails here does not undo what was done. */
  onDone?: (value: Value, input: Input) => unknown
  /** Once the server answered, also when it refused: what is shown may be out of date. */
  onAnswer?: () => unknown
  /** What did not happen: said in a toast with the reason. Without it whoever asked shows `failure`. */
  toldAs?: string
  /** What it means that the server did not answer, or what to do about it. */
  unanswered?: string
}

/** Has the server do something for a person. A refusal and a server that cannot be reached both end as `failure`, in words. */
export function useAction<Value, Input = void>(action: Action<Input, Value>) {
  const { act, onDone, onAnswer, toldAs, unanswered = "Try again." } = action
  const unreachable = `Rollcall cannot be reached. ${unanswered}`
  const tell = (why: string) => toldAs !== undefined && toastFailure(toldAs, why)
  const doing = useMutation({
    mutationFn: (input: Input) => act(input),
    onSuccess: async (result, input) => {
      try {
        if (result.ok) await onDone?.(result.value, input)
        else tell(result.message)
        await onAnswer?.()
      } catch (error) {
        reportError(error) // It was answered, and must not be told of as unanswered
      }
    },
    onError: () => tell(unreachable),
  })
  const refused = doing.data?.ok === false ? doing.data : null
  return {
    run: (input: Input) => doing.mutate(input),
    /** What is being asked for; undefined while nothing is. */
    underWay: doing.isPending ? doing.variables : undefined,
    isPending: doing.isPending,
    isDone: doing.data?.ok === true,
    failure: doing.isError ? unreachable : (refused?.message ?? null),
    /** What was refused, by field. */
    errors: refused?.errors ?? {},
    reset: doing.reset,
  }
}
