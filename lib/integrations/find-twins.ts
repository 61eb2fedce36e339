import { prisma } from "@/lib/db/client"
import type { CatalogEntry } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import { openCredentials } from "./open-credentials"
import type { Connection } from "./parse-connection"
import { settingsOf } from "./settings-of"

type Wanted = {
  accountId: string
  entry: CatalogEntry
  connection: Connection
  /** The integration that is being edited: none of its own twins. */
  except: string | null
}

/** Names of the account's integrations that connect to the same place with the same credentials. */
export async function findTwins({ accountId, entry, connection, except }: Wanted): Promise<string[]> {
  const others = await prisma().integration.findMany({
    where: { accountId, provider: entry.id, deletedAt: null, ...(except && { id: { not: except } }) },
    orderBy: { id: "asc" },
  })
  const wanted = wayIn(entry, connection)
  return others
    .filter((other) => {
      const credentials = credentialsOf(other)
      return credentials !== null && wayIn(entry, { settings: settingsOf(other), credentials }) === wanted
    })
    .map(({ name }) => name)
}

/** Where it goes and what opens the door there, whichever part of it is read. */
function wayIn({ settings: fields }: CatalogEntry, { settings, credentials }: Connection): string {
  const places = fields
    .filter(({ kind, partOfConnection }) => kind === "url" || partOfConnection === true)
    .map(({ key }) => settings[key] ?? null)
  return JSON.stringify([
    places,
    Object.entries(credentials).sort(([one], [other]) => (one < other ? -1 : 1)),
  ])
}

/** Null when they cannot be decrypted any more. */
function credentialsOf(integration: Parameters<typeof openCredentials>[0]): Record<string, string> | null {
  try {
    return openCredentials(integration)
  } catch (error) {
    if (error instanceof ProviderError) return null
    throw error
  }
}
