"use client"
import { useMutation } from "@tanstack/react-query"
import type { CheckInput, ConnectActions } from "@/components/integrations/integration-actions"
import type { SourceSample } from "@/lib/domain/source-sample"

export type SampleState =
  | { kind: "unknown" }
  | { kind: "fetching" }
  /** `isCurrent`: nothing was changed since. */
  | { kind: "fetched"; sample: SourceSample; isCurrent: boolean }
  | { kind: "refused"; message: string }

/** Fetches a few devices with the connection as it is being filled in. The last sample stays while one goes on. */
export function useSample(fetchSample: ConnectActions["sample"], input: CheckInput) {
  const wanted = JSON.stringify(input)
  const fetching = useMutation({
    mutationFn: async () => ({ asked: wanted, result: await fetchSample(input) }),
  })
  return { run: () => fetching.mutate(), state: stateOf(fetching, wanted) }
}

type Fetching = {
  isPending: boolean
  isError: boolean
  data: { asked: string; result: Awaited<ReturnType<ConnectActions["sample"]>> } | undefined
}

function stateOf({ isPending, isError, data }: Fetching, wanted: string): SampleState {
  if (isPending) return { kind: "fetching" }
  if (isError)
    return { kind: "refused", message: "Rollcall cannot be reached. Check the connection, then try again." }
  if (data === undefined) return { kind: "unknown" }
  const { result, asked } = data
  if (!result.ok) return { kind: "refused", message: result.message }
  return { kind: "fetched", sample: result.value, isCurrent: asked === wanted }
}
