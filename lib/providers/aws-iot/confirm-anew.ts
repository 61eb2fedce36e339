import { ProviderError } from "@/lib/domain/provider-error"
import type { Versioned } from "@/lib/domain/session"
import type { Api } from "./api"
import { mapAtOnce } from "./map-at-once"
import { thing } from "./shapes"

const atOnce = 8

/**
 * Of these things, those that AWS, asked for each, has at this very version. A thing's version only ever rises, so one that went
 * back, or stood still while its values changed, is another thing under an old name (facts C.2: back to 1 after a recreation).
 */
export async function confirmAnew(api: Api, things: Versioned[]): Promise<string[]> {
  const isAnew = await mapAtOnce(things, atOnce, (one) => hasVersion(api, one))
  return things.filter((_, at) => isAnew[at]).map(({ externalId }) => externalId)
}

async function hasVersion(api: Api, { externalId, sourceVersion }: Versioned): Promise<boolean> {
  try {
    const { json } = await api.describeThing(externalId)
    return thing.safeParse(json).data?.version === sourceVersion
  } catch (error) {
    // No answer is no proof; the next run asks again
    if (error instanceof ProviderError) return false
    throw error
  }
}
