import { ProviderError } from "@/lib/domain/provider-error"
import type { Check } from "@/lib/domain/session"
import { quick } from "@/lib/http/patience"
import { mapPage } from "./map/map-page"
import type { Api } from "./open-api"
import { startOf } from "./paging/place"
import { queryPairs } from "./paging/turn-of"
import { readPage } from "./read-page"

/** Whether the credentials open the door, the devices are where they should be, and the mapping makes devices of them. */
export async function checkRest(api: Api, name: string): Promise<Check> {
  await askTest(api)
  const [list] = api.config.list
  if (list === undefined) throw new ProviderError({ code: "misconfigured", message: "No list is set." })
  const { items } = await readPage(api, list, startOf(0, 0), quick)
  const { records, rejects, skipped } = mapPage(items, api.config)
  const [first] = rejects
  if (first !== undefined && records.length === 0)
    throw new ProviderError({
      code: "misconfigured",
      message: `${api.line.host} answers, but none of the ${items.length} devices on its first page can be taken: ${first.message} Check the field mapping${first.path === null ? "" : ` (${first.path})`}.`,
    })
  const left = skipped > 0 ? ` ${skipped} more are left out by the filter.` : ""
  return {
    detail: `Connected to ${name} at ${api.line.host}. ${records.length} ${records.length === 1 ? "device" : "devices"} on the first page can be taken.${left}`,
    warnings:
      first === undefined
        ? []
        : [
            `${rejects.length} of the first ${items.length} devices cannot be taken. The first: ${first.message}`,
          ],
    choices: {},
  }
}

async function askTest(api: Api): Promise<void> {
  const { test } = api.config
  if (test === null) return
  const { method, path: paths, query, body, ok } = test
  const accept = ok.filter((status) => status < 200 || status >= 300)
  const call = {
    method,
    paths,
    query: queryPairs(query),
    body: method === "GET" ? undefined : (body ?? {}),
    accept,
  }
  const { status } = await api.ask(call, quick)
  if (!ok.includes(status) && status >= 300)
    throw new ProviderError({
      code: "bad_response",
      message: `${api.line.host} answered ${status} to the test call.`,
    })
}
