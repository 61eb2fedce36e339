import { channel } from "node:diagnostics_channel"
import { type ProviderCall, providerCallChannel } from "@/lib/domain/provider-call"
import { ProviderError } from "@/lib/domain/provider-error"

const calls = channel(providerCallChannel)

/** Sends a request and tells of it, with how long it took, whoever listens. What the caller aborted is not told. */
export async function tellCall<T>(send: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const began = performance.now()
  const tell = (error: ProviderCall["error"]) =>
    calls.publish({ seconds: (performance.now() - began) / 1000, error } satisfies ProviderCall)
  try {
    const reply = await send()
    tell(null)
    return reply
  } catch (error) {
    if (!signal.aborted) tell(error instanceof ProviderError ? error.code : "unexpected")
    throw error
  }
}
