"use client"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
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
  const fetching = useAction({
    act: (asked: CheckInput) => fetchSample(asked),
    onDone: (sample, asked) => setLast({ sample, asked: JSON.stringify(asked) }),
    unanswered: "Check the connection, then try again.",
  })
  return {
    run: fetching.run,
    isFetching: fetching.isPending,
    state: stateOf(fetching, last, JSON.stringify(input)),
  }
}

type Fetching = { isPending: boolean; failure: string | null }

function stateOf({ isPending, failure }: Fetching, last: Last | null, wanted: string): SampleState {
  if (isPending && last === null) return { kind: "fetching" }
  if (failure !== null) return { kind: "refused", message: failure }
  if (last === null) return { kind: "unknown" }
  return { kind: "fetched", sample: last.sample, isCurrent: last.asked === wanted, isFetching: isPending }
}
