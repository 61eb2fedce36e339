import { ProviderError, type ProviderErrorCode } from "@/lib/domain/provider-error"
import type { Refusal } from "@/lib/http/explain-status"
import type { AddigySettings } from "./settings"

/** Addigy's refusals in the words of an Addigy admin; null where nothing is to be added to the general ones. */
export function explainRefusal(
  refusal: Refusal,
  apiVersion: AddigySettings["apiVersion"],
): ProviderError | null {
  const meaning = meaningOf(refusal, apiVersion === "v2" ? "API key" : "client ID and secret")
  if (meaning === null) return null
  const { said: providerSaid, retryAfterSeconds } = refusal
  return new ProviderError({ ...meaning, providerSaid, retryAfterSeconds })
}

function meaningOf(
  { status, host, path, said }: Refusal,
  credentials: string,
): { code: ProviderErrorCode; message: string } | null {
  switch (status) {
    case 400:
    case 422:
      return {
        code: "misconfigured",
        message: `${host} did not accept the request (${status}${said === null ? "" : `: ${said}`}). Check the policy, the API version and the base URL.`,
      }
    case 401:
      return {
        code: "unauthorized",
        message: `${host} refused the ${credentials} (401). Make a new one in Addigy under Account → Integrations, with the "View Devices" permission, and enter it in the integration.`,
      }
    case 403:
      return {
        code: "forbidden",
        message: path.includes("/policies")
          ? `${host} does not let the ${credentials} read policies (403). Give it the permission to view policies in Addigy under Account → Integrations.`
          : `${host} does not let the ${credentials} read devices (403). Give it the "View Devices" permission in Addigy under Account → Integrations.`,
      }
    case 404:
    case 405:
      return {
        code: "not_found",
        message: `${host} has nothing to read at ${path} (${status}). Check the base URL and the API version.`,
      }
    case 429:
      return {
        code: "rate_limited",
        message: `${host} asks for fewer requests (429; Addigy allows 1,000 in 10 seconds for all programs of an organisation). The next run tries again.`,
      }
    default:
      return null
  }
}
