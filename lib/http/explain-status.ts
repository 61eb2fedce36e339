import { ProviderError, type ProviderErrorCode } from "@/lib/domain/provider-error"

/** A reply whose status is not a success. `said` is for people: no secrets, at most 500 characters. */
export type Refusal = {
  status: number
  host: string
  path: string
  /** The reply as received, for codes in it; never shown. */
  text: string
  said: string | null
  location: string | null
  retryAfterSeconds: number | null
}

/** What a status means when the connector has no better words for it. */
export function explainStatus(refusal: Refusal): ProviderError {
  const { code, message } = meaning(refusal)
  return new ProviderError({
    code,
    message,
    providerSaid: refusal.said,
    retryAfterSeconds: refusal.retryAfterSeconds,
  })
}

function meaning({ status, host, path, location }: Refusal): { code: ProviderErrorCode; message: string } {
  if (status >= 300 && status < 400)
    return {
      code: "misconfigured",
      message: `${host} answered with a redirect (${status}) to ${targetOf(location)}, which Rollcall does not follow. Enter the final address of the API.`,
    }
  if (status >= 500)
    return {
      code: "unreachable",
      message: `${host} failed with an error of its own (${status}). It usually passes; the next run tries again.`,
    }
  switch (status) {
    case 401:
      return { code: "unauthorized", message: `${host} refused the credentials (401). Enter valid ones.` }
    case 403:
      return {
        code: "forbidden",
        message: `${host} does not allow this with these credentials (403). Give them the permission to read.`,
      }
    case 404:
      return {
        code: "not_found",
        message: `${host} has nothing at ${path} (404). Check the address of the API.`,
      }
    case 408:
      return { code: "timeout", message: `${host} gave up waiting for the request (408).` }
    case 413:
      return { code: "too_large", message: `${host} found the request too large (413).` }
    case 425:
      return { code: "unreachable", message: `${host} is not ready yet (425).` }
    case 429:
      return {
        code: "rate_limited",
        message: `${host} asks for fewer requests (429). The next run tries again; run it less often if this stays.`,
      }
    default:
      return {
        code: "misconfigured",
        message: `${host} did not accept the request (${status}). Check the settings.`,
      }
  }
}

function targetOf(location: string | null): string {
  if (location === null) return "somewhere else"
  return location.split(/[?#]/)[0]?.slice(0, 200) ?? "somewhere else"
}
