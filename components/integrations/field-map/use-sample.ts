"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import type { CheckInput, ConnectActions } from "@/components/integrations/integration-actions"
import type { SourceSample } from "@/lib/domain/source-sample"

export type SampleState =
  | { kind: "unknown" }
  | { kind: "fetching" }
  /** `isCurrent`: nothing was changed since. `isFetching`: it is being fetched again. */
  | { kind: "fetched"; sample: SourceSample; isCurrent: boolean; isFetching: boolean }
  | { kind: "refused"; message: string }

type Last = { sample: SourceSample; asked: string }

/** Fetches a few devices with the connection as it is being filled in. The last sample stays while one goes on. */
export function useSample(fetchSample: ConnectActions["sample"], input: CheckInput) {
  const [last, setLast] = useState<Last | null>(null)
  const fetching = useMutation({
    mutationFn: (asked: CheckInput) => fetchSample(asked),
    onSuccess: (result, asked) => {
      if (result.ok) setLast({ sample: result.value, asked: JSON.stringify(asked) })
    },
  })
  return {
    run: (asked: CheckInput) => fetching.mutate(asked),
    isFetching: fetching.isPending,
    state: stateOf(fetching, last, JSON.stringify(input)),
  }
}

type Fetching = {
  isPending: boolean
  isError: boolean
  data: Awaited<ReturnType<ConnectActions["sample"]>> | undefined
}

function stateOf({ isPending, isError, data }: Fetching, last: Last | null, wanted: string): SampleState {
  if (isPending && last === null) return { kind: "fetching" }
  if (isError)
    return { kind: "refused", message: "Rollcall cannot be reached. Check the connection, then try again." }
  if (data?.ok === false) return { kind: "refused", message: data.message }
  if (last === null) return { kind: "unknown" }
  return { kind: "fetched", sample: last.sample, isCurrent: last.asked === wanted, isFetching: isPending }
}
