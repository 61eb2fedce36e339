import { ProviderError } from "@/lib/domain/provider-error"
import type { Hub, QueryPage } from "./api"

/** Ten million twins: an end, should a list never come to one. */
const mostPages = 100_000

/**
 * All pages of one query, from a continuation token (null: the start). A list ends where no token comes, not where a page is short
 * or empty (§A.4 of the provider facts). A token that the hub no longer takes is given up once and the query begun again: twins
 * may then come twice. Throws `bad_response` where a list does not advance.
 */
export async function* readPages(hub: Hub, text: string, from: string | null): AsyncGenerator<QueryPage> {
  let token = from
  let mayRestart = true
  for (let number = 1; number <= mostPages; number++) {
    const page = await hub.query(text, { from: token }).catch((error: unknown) => {
      if (token === null || !mayRestart || !isRefused(error)) throw error
      return null
    })
    if (page === null) {
      mayRestart = false
      token = null
      continue
    }
    if (page.next !== null && page.next === token)
      throw bad("The hub sent the same continuation token twice in a row.")
    yield page
    if (page.next === null) return
    token = page.next
  }
  throw bad(`The hub's list has no end: ${mostPages.toLocaleString("en")} pages were read.`)
}

/** A 400 while a token was sent is about the token: the same query went through before. */
const isRefused = (error: unknown): boolean =>
  error instanceof ProviderError && error.code === "misconfigured"

function bad(what: string): ProviderError {
  return new ProviderError({
    code: "bad_response",
    message: `${what} Nothing was removed. The next run tries again; if it stays, ask Azure's support.`,
  })
}
