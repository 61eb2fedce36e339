import { pool } from "@/lib/db/client"
import type { ListDefinition, ListItem } from "@/lib/domain/list-definition"
import { lists } from "@/lib/domain/lists"
import type { Providers } from "@/lib/domain/provider"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Shelved } from "@/lib/domain/shelf"
import { env } from "@/lib/env"
import { openIntegrationSession } from "@/lib/integrations/open-integration-session"
import { indexRules, type RuleIndex } from "@/lib/master-data/index-rules"
import { hashOf, readBody } from "@/lib/master-data/list-body"
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

/** What is published cannot be read, and no copy of it is kept; says why. That is not the same as nothing being published. */
export class ListUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = "ListUnavailable"
  }
}

/** How long S3 may take before the last good copy is served, in milliseconds. */
const patienceMs = 5000

type Loading = { integrationId: string; providers: Providers; from: "s3" | "delivery" }

/**
 * A list for readers (S1-START): from S3, and where that cannot be read from the last good copy in the database, saying why.
 * From `delivery`: the copy of what a run has just delivered and read back. Null when nothing was ever published; throws
 * ListUnavailable when that is not known.
 */
export async function loadList({ integrationId, providers, from }: Loading): Promise<LoadedList | null> {
  const last = await lastVersion(pool(), integrationId)
  if (from === "delivery") return copyOf(last, "delivery", null)
  if (!env().MDM_INTEGRATION_ENABLED)
    return copyOrThrow(last, "Master data is switched off here, so S3 is not asked.")
  try {
    const there = await readShelf(integrationId, providers)
    if (there.object === null) return last === null ? null : copyOrThrow(last, "Nothing lies in S3 any more.")
    const definition = lists[there.list ?? last?.list ?? "ineligible-items"]
    const items = readBody(there.object.body, definition)
    if (items === null) return copyOrThrow(last, "What lies in S3 is no such list.")
    return loaded({ definition, items, object: there.object, last })
  } catch (error) {
    if (!(error instanceof ProviderError) && !isTimeout(error)) throw error
    const said = error instanceof ProviderError ? error.message : "S3 did not answer in time."
    return copyOrThrow(last, `S3 cannot be read: ${said}`, error)
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
  const sha256 = hashOf(object.body)
  const isOurs =
    last !== null && (last.sha256 === sha256 || (object.etag !== "" && last.etag === object.etag))
  return {
    definition,
    items,
    rules: rulesOf(definition, items),
    version: isOurs ? last : null,
    etag: object.etag,
    sha256,
    loadedAt: new Date(),
    source: "s3",
    note: isOurs ? null : "Somebody else changed what lies in S3; the next run compares it with master data.",
  }
}

/** The last good copy, saying why it is served. */
async function copyOrThrow(last: LastVersion | null, why: string, cause?: unknown): Promise<LoadedList> {
  const copy = await copyOf(last, "database", why)
  if (copy !== null) return copy
  throw new ListUnavailable(`${why} No copy of the list is kept here, so nothing can be said about it.`, {
    cause,
  })
}

async function copyOf(
  last: LastVersion | null,
  source: LoadedList["source"],
  note: string | null,
): Promise<LoadedList | null> {
  if (last === null || last.content === null) return null
  const definition = lists[last.list]
  const items = readBody(await unpack(last.content), definition)
  if (items === null) return null
  const { etag, sha256 } = last
  const rules = rulesOf(definition, items)
  return { definition, items, rules, version: last, etag, sha256, loadedAt: new Date(), source, note }
}

const rulesOf = ({ id }: ListDefinition, items: ListItem[]): RuleIndex | null =>
  id === "ineligible-items" ? indexRules(items) : null

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === "TimeoutError"
