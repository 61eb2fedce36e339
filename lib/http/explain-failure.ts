import { ProviderError, type ProviderErrorCode } from "@/lib/domain/provider-error"
import { RefusedAddress } from "./address-guard"

/** Says why no reply came, or why it could not be read, from what the socket, DNS, TLS or zlib threw. */
export function explainFailure(error: unknown, context: { host: string; maxBytes: number }): ProviderError {
  const { host, maxBytes } = context
  if (error instanceof ProviderError) return error
  if (error instanceof RefusedAddress)
    return new ProviderError({ code: "misconfigured", message: error.message, cause: error })
  const code = codeOf(error)
  if (isTimeout(code))
    return new ProviderError({
      code: "timeout",
      message: `${host} did not answer in time. If it goes on, see whether the service is up and reachable from here.`,
      cause: error,
    })
  if (isTooLarge(code))
    return new ProviderError({
      code: "too_large",
      message: `${host} sent more than ${Math.round(maxBytes / 1_000_000)} MB in one reply, which Rollcall does not take.`,
      cause: error,
    })
  if (isCertificate(code))
    return new ProviderError({
      code: "misconfigured",
      message: `The certificate of ${host} is not valid (${code}). Check the address, or have the certificate put right.`,
      cause: error,
    })
  return new ProviderError({ ...lostConnection(code, host), cause: error })
}

function lostConnection(
  code: string,
  host: string,
): Pick<ProviderError, "message"> & { code: ProviderErrorCode } {
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return {
      code: "unreachable",
      message: `There is no host named ${host} (${code}). Check the address for typing errors.`,
    }
  if (code === "ECONNREFUSED")
    return {
      code: "unreachable",
      message: `Nothing answers at ${host} (${code}). Check the address and port, and whether the service is up.`,
    }
  if (code.startsWith("HPE_") || code.startsWith("Z_") || code === "ERR_INVALID_ARG_TYPE")
    return {
      code: "bad_response",
      message: `${host} sent a reply that cannot be read (${code}). Check that the address is the API's.`,
    }
  if (code.startsWith("ERR_SSL"))
    return {
      code: "unreachable",
      message: `${host} does not speak TLS as expected (${code}). Check the address: http or https, and the port.`,
    }
  if (/^(E[A-Z]+|UND_ERR_.*)$/.test(code))
    return {
      code: "unreachable",
      message: `The connection to ${host} was lost (${code}). It may pass; if not, check the network between.`,
    }
  return {
    code: "unexpected",
    message: `Rollcall could not handle the exchange with ${host} (${code}). Please report it.`,
  }
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0 && !("code" in error))
    return codeOf(error.errors[0])
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code
  return error instanceof Error ? error.name : "unknown"
}

const isTimeout = (code: string): boolean =>
  code === "TimeoutError" ||
  code === "ETIMEDOUT" ||
  code === "UND_ERR_HEADERS_TIMEOUT" ||
  code === "UND_ERR_BODY_TIMEOUT" ||
  code === "UND_ERR_CONNECT_TIMEOUT"

const isTooLarge = (code: string): boolean =>
  code === "UND_ERR_RES_EXCEEDED_MAX_SIZE" ||
  code === "ERR_BUFFER_TOO_LARGE" ||
  code === "ERR_STRING_TOO_LONG"

const isCertificate = (code: string): boolean =>
  code.startsWith("CERT_") ||
  code.startsWith("ERR_TLS_CERT") ||
  code.startsWith("UNABLE_TO_") ||
  code === "SELF_SIGNED_CERT_IN_CHAIN" ||
  code === "DEPTH_ZERO_SELF_SIGNED_CERT"
