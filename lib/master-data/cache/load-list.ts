import { pool } from "@/lib/db/client"
import type { ListDefinition, ListItem } from "@/lib/domain/list-definition"
import { lists } from "@/lib/domain/lists"
import type { Providers } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Shelved } from "@/lib/domain/shelf"
import { env } from "@/lib/env"
import { openIntegrationSession } from "@/lib/integrations/open-integration-session"
import { indexRules, type RuleIndex } from "@/lib/master-data/index-rules"
import { readBody } from "@/lib/master-data/list-body"
import { unpack } from "@/lib/master-data/pack"
import { type LastVersion, lastVersion } from "./last-version"

/** A list as it is held in memory: never changed, only replaced as a whole. */
export type LoadedList = {
  definition: ListDefinition
  items: ListItem[]
  /** For lookups; null for a list of which nothing is looked up. */
  rules: RuleIndex | null
  /** Our version that it is; null when somebody else published it. */
  version: LastVersion | null
  etag: string | null
  sha256: string
  loadedAt: Date
  source: "s3" | "delivery" | "database"
  note: string | null
}

/** How long S3 may take before the last good copy is served, in milliseconds. */
const patienceMs = 5000

type Loading = { integrationId: string; providers: Providers; from: "s3" | "delivery" }

/**
 * A list for readers (S1-START): from S3, and where that cannot be read from the last good copy in the database, saying why.
 * From `delivery`: the copy of what a run has just delivered and read back. Null when nothing was ever published.
 */
export async function loadList({ integrationId, providers, from }: Loading): Promise<LoadedList | null> {
  const last = await lastVersion(pool(), integrationId)
  if (from === "delivery" || !env().MDM_INTEGRATION_ENABLED) {
    const note = from === "delivery" ? null : "Master data is switched off here, so S3 is not asked."
    return copyOf(last, from === "delivery" ? "delivery" : "database", note)
  }
  try {
    const there = await readShelf(integrationId, providers)
    const definition = lists[there.list ?? last?.list ?? "ineligible-items"]
    const items = there.object === null ? null : readBody(there.object.body, definition)
    if (there.object !== null && items !== null)
      return loaded({ definition, items, object: there.object, last })
    const note = there.object === null ? "Nothing lies in S3 any more." : "What lies in S3 is no such list."
    return copyOf(last, "database", note)
  } catch (error) {
    if (!(error instanceof ProviderError) && !isTimeout(error)) throw error
    const said = error instanceof ProviderError ? error.message : "S3 did not answer in time."
    return copyOf(last, "database", `S3 cannot be read: ${said}`)
  }
}

async function readShelf(integrationId: string, providers: Providers) {
  const signal = AbortSignal.timeout(patienceMs)
  const { session } = await openIntegrationSession({ integrationId, providers, signal })
  try {
    return { object: (await session.shelf?.get()) ?? null, list: session.shelf?.list ?? null }
  } finally {
    await session.close()
  }
}

type Found = {
  definition: ListDefinition
  items: ListItem[]
  object: Shelved & { body: string }
  last: LastVersion | null
}

function loaded({ definition, items, object, last }: Found): LoadedList {
  const isOurs = last !== null && (last.etag === object.etag || last.sha256 === object.sha256)
  return {
    definition,
    items,
    rules: rulesOf(definition, items),
    version: isOurs ? last : null,
    etag: object.etag,
    sha256: object.sha256 ?? last?.sha256 ?? "",
    loadedAt: new Date(),
    source: "s3",
    note: isOurs ? null : "Somebody else changed what lies in S3; the next run compares it with master data.",
  }
}

async function copyOf(
  last: LastVersion | null,
  source: LoadedList["source"],
  note: string | null,
): Promise<LoadedList | null> {
  if (last === null || last.content === null) return null
  const definition = lists[last.list]
  const items = readBody(await unpack(last.content), definition) ?? []
  const { etag, sha256 } = last
  const rules = rulesOf(definition, items)
  return { definition, items, rules, version: last, etag, sha256, loadedAt: new Date(), source, note }
}

const rulesOf = ({ id }: ListDefinition, items: ListItem[]): RuleIndex | null =>
  id === "ineligible-items" ? indexRules(items) : null

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === "TimeoutError"
