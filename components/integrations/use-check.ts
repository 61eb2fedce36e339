"use client"
import { useMutation } from "@tanstack/react-query"
import type { ActionResult } from "@/lib/domain/action-result"
import type { Check } from "@/lib/domain/session"
import type { CheckInput, ConnectActions } from "./integration-actions"

export type CheckState =
  | { kind: "unknown" }
  | { kind: "checking" }
  | { kind: "passed"; check: Check }
  | { kind: "refused"; message: string; errors: Record<string, string[]> }

/** Tries a connection. What was found out holds only for what was tried: any later change makes it unknown again. */
export function useCheck(check: ConnectActions["check"], input: CheckInput) {
  const wanted = JSON.stringify(input)
  const trial = useMutation({
    mutationFn: async () => ({ tried: wanted, result: await check(input) }),
  })
  const isCurrent = trial.data?.tried === wanted
  return { run: () => trial.mutate(), state: stateOf({ ...trial, isCurrent }) }
}

type Trial = {
  isPending: boolean
  isError: boolean
  isCurrent: boolean
  data: { result: ActionResult<Check> } | undefined
}

function stateOf({ isPending, isError, isCurrent, data }: Trial): CheckState {
  if (isPending) return { kind: "checking" }
  if (isError) return { kind: "refused", message: unreachable, errors: {} }
  if (data === undefined || !isCurrent) return { kind: "unknown" }
  const { result } = data
  return result.ok ? { kind: "passed", check: result.value } : { kind: "refused", ...result }
}

const unreachable = "Rollcall cannot be reached. Check the connection, then try again."
