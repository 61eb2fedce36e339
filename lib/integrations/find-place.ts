import { prisma } from "@/lib/db/client"
import type { Integration } from "@/lib/db/generated/client"
import type { Catalog } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import { providerId } from "@/lib/domain/provider-id"
import { fingerprint } from "@/lib/secrets"
import { openCredentials } from "./open-credentials"
import { settingsOf } from "./settings-of"

/**
 * Where a run would read, for the limit of runs that read one account at the provider at once (S4-RATE): integrations with
 * the same provider, addresses and credentials read the same one. Null for a run that asks no provider, or cannot.
 */
export async function findPlace(
  syncLogId: string,
  catalog: Catalog,
): Promise<{ account: string; runs: number } | null> {
  const run = await prisma().syncLog.findUnique({
    where: { id: syncLogId },
    include: { integration: true },
  })
  if (run === null || run.integration.deletedAt !== null || isAboutAnother(run.context)) return null
  const entry = catalog[providerId.parse(run.integration.provider)]
  const credentials = credentialsOf(run.integration)
  if (credentials === null) return null
  const settings = settingsOf(run.integration)
  const addresses = entry.settings
    .filter(({ kind }) => kind === "url")
    .map(({ key }) => settings[key] ?? null)
  const known = Object.entries(credentials).sort(([one], [other]) => (one < other ? -1 : 1))
  if (known.length === 0 && addresses.every((address) => address === null)) return null
  return {
    account: fingerprint(JSON.stringify([entry.id, addresses, known])),
    runs: entry.runsPerAccount ?? 1,
  }
}

/** Applying a plan, replaying stored pages and planning a reversal ask no provider. */
const isAboutAnother = (context: unknown): boolean =>
  typeof context === "object" &&
  context !== null &&
  ("applies" in context || "replays" in context || "reverts" in context)

/** Null when they cannot be decrypted: then the run fails by itself, and says so. */
function credentialsOf(integration: Integration): Record<string, string> | null {
  try {
    return openCredentials(integration)
  } catch (error) {
    if (error instanceof ProviderError) return null
    throw error
  }
}
