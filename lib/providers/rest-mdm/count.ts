import { ProviderError } from "@/lib/domain/provider-error"
import type { ListConfig } from "./config/config"
import type { Api } from "./open-api"
import { queryPairs } from "./paging/turn-of"
import { readPath } from "./path/read-path"

/** How many devices there are, by a call of its own where the list does not tell. Null without one, or where it fails: the list counts. */
export async function readExpected(api: Api, { count }: ListConfig): Promise<number | null> {
  if (count === undefined) return null
  try {
    const reply = await api.ask({
      method: "GET",
      paths: count.path,
      query: queryPairs(count.query),
      body: undefined,
    })
    const total = readPath(reply.json, count.total, api.config.case_insensitive)
    return typeof total === "number" && Number.isSafeInteger(total) && total >= 0 ? total : null
  } catch (error) {
    if (error instanceof ProviderError && isMinor(error)) return null
    throw error
  }
}

/** The list itself will tell of anything worse. */
const isMinor = ({ code }: ProviderError): boolean =>
  code === "not_found" || code === "forbidden" || code === "misconfigured"
