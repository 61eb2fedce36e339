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

/**
 * Tries a connection. What was found out holds for the `access` that was tried, that is where and with which credentials;
 * once that is changed it is unknown again. Which part is to be read may still be chosen from what was found.
 */
export function useCheck(check: ConnectActions["check"], { input, access }: Trying) {
  const wanted = JSON.stringify(access)
  const trial = useMutation({
    mutationFn: async () => ({ tried: wanted, result: await check(input) }),
  })
  const isCurrent = trial.data?.tried === wanted
  return { run: () => trial.mutate(), state: stateOf({ ...trial, isCurrent }) }
}

type Trying = { input: CheckInput; access: unknown }

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
