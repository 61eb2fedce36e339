import { ProviderError } from "@/lib/domain/provider-error"
import type { Hub, QueryPage } from "./api"
import type { ModuleBook } from "./module-book"
import { readPages } from "./read-pages"

const both = "SELECT * FROM devices.modules WHERE moduleId IN ['$edgeAgent', '$edgeHub']"
const oneByOne = ["$edgeAgent", "$edgeHub"].map(
  (id) => `SELECT * FROM devices.modules WHERE moduleId = '${id}'`,
)

/** What went wrong in a pass that was not read to its end, in one sentence; null when it was. */
export type Shortfall = string | null

/**
 * Reads the system modules of all edge devices in one pass (§A.5 of the provider facts), or two where the hub does not take IN.
 * Where they cannot be read although devices may be, it ends with the reason instead of throwing.
 */
export async function* readModules(hub: Hub, book: ModuleBook): AsyncGenerator<QueryPage, Shortfall> {
  try {
    yield* firstOrElse(readAll(hub, [both], book), () => readAll(hub, oneByOne, book))
    return book.isFull() ? "the hub has more edge modules than Rollcall holds at once." : null
  } catch (error) {
    if (error instanceof ProviderError && leavesDevices(error))
      return `the modules of edge devices could not be read. ${error.message}`
    throw error
  }
}

async function* readAll(hub: Hub, queries: string[], book: ModuleBook): AsyncGenerator<QueryPage> {
  for (const query of queries) {
    for await (const page of readPages(hub, query, null)) {
      book.add(page.items)
      yield page
    }
  }
}

/** Another way to read where the first one's query is refused at once. */
async function* firstOrElse(
  pages: AsyncGenerator<QueryPage>,
  other: () => AsyncGenerator<QueryPage>,
): AsyncGenerator<QueryPage> {
  let isFirst = true
  try {
    for await (const page of pages) {
      isFirst = false
      yield page
    }
  } catch (error) {
    if (!isFirst || !(error instanceof ProviderError) || error.code !== "misconfigured") throw error
    yield* other()
  }
}

/** With wrong credentials, or where the hub wants to be left alone, there is no point in going on. */
function leavesDevices(error: ProviderError): boolean {
  return !["unauthorized", "rate_limited", "quota_exhausted"].includes(error.code)
}
