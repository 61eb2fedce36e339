import { ProviderError, type ProviderErrorCode } from "@/lib/domain/provider-error"
import type { Refusal } from "@/lib/http/explain-status"

/** Refusals of the API management in front of master data, in the words of who keeps its keys; null leaves the general ones. */
export function explainMasterData({
  status,
  host,
  path,
  said,
  retryAfterSeconds,
}: Refusal): ProviderError | null {
  const meaning = meaningOf({ status, host, path, said })
  return meaning === null ? null : new ProviderError({ ...meaning, providerSaid: said, retryAfterSeconds })
}

type Met = Pick<Refusal, "status" | "host" | "path" | "said">

function meaningOf({ status, host, path, said }: Met): { code: ProviderErrorCode; message: string } | null {
  switch (status) {
    case 401:
      return {
        code: "unauthorized",
        message: /subscription/i.test(said ?? "")
          ? `${host} refused the subscription key (401). Enter a valid key of a product that holds this API.`
          : `${host} refused the bearer token or the subscription key (401). Check the client's credentials, the scope and the key.`,
      }
    case 403:
      return {
        code: "forbidden",
        message: `${host} does not let this client read ${path} (403). Ask who runs master data for the permission.`,
      }
    case 404:
      return {
        code: "not_found",
        message: `${host} has nothing at ${path} (404). Check the endpoint and the path of the list.`,
      }
    default:
      return null
  }
}

/** Entra ID says what is wrong in its own words; these say who has to act. */
export function explainSignIn({ status, host, said, retryAfterSeconds }: Refusal): ProviderError | null {
  if (status < 400 || status >= 500 || status === 429) return null
  return new ProviderError({
    code: status === 403 ? "forbidden" : "unauthorized",
    message: `${host} gave no token (${status}). Check the tenant ID, the client ID, the client secret and the scope.`,
    providerSaid: said,
    retryAfterSeconds,
  })
}
