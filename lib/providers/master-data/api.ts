import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Http } from "@/lib/http/open-http"
import { type Patience, patient } from "@/lib/http/patience"
import type { Tokens } from "./token"

/** The whole list in one reply, as sent. */
export type ListReply = { text: string; json: Json; retries: number; stripped: number }

export type MasterData = { fetchList(patience?: Patience): Promise<ListReply> }

/**
 * Master data behind Azure API Management: `GET {endpoint}{path}` with a bearer token and a subscription key, one reply, no
 * paging. A token that is refused is fetched anew, once.
 */
export function openMasterData({
  http,
  tokens,
  path,
}: {
  http: Http
  tokens: Tokens
  path: string
}): MasterData {
  const ask = async (patience: Patience) =>
    http.request(
      { method: "GET", path, headers: { authorization: `Bearer ${await tokens.token(patience)}` } },
      patience,
    )
  return {
    fetchList: async (patience = patient) => {
      try {
        return await ask(patience)
      } catch (error) {
        if (!(error instanceof ProviderError) || error.code !== "unauthorized") throw error
        tokens.forget()
        return ask(patience)
      }
    },
  }
}
