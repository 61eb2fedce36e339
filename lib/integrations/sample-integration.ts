import { authorize } from "@/lib/auth/authorize"
import type { Actor } from "@/lib/domain/account"
import { RequestError } from "@/lib/domain/problem"
import type { Providers } from "@/lib/domain/provider"
import type { SourceSample } from "@/lib/domain/source-sample"
import { type CheckRequest, connectionFor } from "./check-integration"
import { openSession } from "./open-integration-session"

const deadlineMs = 30_000

/**
 * A few devices as the provider sends them, and which of its fields fills which of ours (N-FIELDMAP): of a connection that
 * is being set up, or of a stored one with what is being edited over it; admins only. Nothing is stored. Throws 403, 404,
 * 422 by field or where the connector has no sample, and a ProviderError when the provider refuses.
 */
export async function sampleIntegration(
  actor: Actor,
  request: CheckRequest,
  providers: Providers,
): Promise<SourceSample> {
  authorize(actor, "ADMIN")
  const known = await connectionFor(actor, request, providers)
  const session = openSession({ ...known, signal: AbortSignal.timeout(deadlineMs) })
  try {
    if (session.sample !== undefined) return await session.sample()
    throw new RequestError(422, "This connector's mapping is fixed, so there is no sample of it.")
  } finally {
    await session.close()
  }
}
