import { ProviderError } from "@/lib/domain/provider-error"
import type { Refusal } from "@/lib/http/explain-status"

/** WorkStudio's refusals in the words of its admin; null where nothing is to be added to the general ones. */
export function explainRefusal({ status, host, path, said }: Refusal): ProviderError | null {
  // Its refusals are web pages, which say nothing that the status does not
  switch (status) {
    case 401:
      return new ProviderError({
        code: "unauthorized",
        message: `WorkStudio at ${host} refused the user name or password (401). The user name has the form DOMAIN\\user; enter both again.`,
      })
    case 403:
      return new ProviderError({
        code: "forbidden",
        message: `WorkStudio at ${host} does not allow this user to read the view (403). Have its admin give the user that right.`,
      })
    case 404:
      return new ProviderError({
        code: "not_found",
        message: `${host} has no WorkStudio at ${path} (404). Check the address and the port.`,
      })
    default:
      if (status >= 500)
        return new ProviderError({
          code: "unreachable",
          message: `WorkStudio at ${host} failed with an error of its own (${status}). It usually passes; the next run tries again.`,
          providerSaid: said,
        })
      return status < 400 || inGeneralWords.has(status)
        ? null
        : new ProviderError({
            code: "bad_response",
            message: `WorkStudio at ${host} did not accept the request (${status}). If it stays, check the address, the view's GUID and the filter name.`,
            providerSaid: said,
          })
  }
}

const inGeneralWords = new Set([408, 413, 425, 429])

/** When the health check gets no answer. */
export function unavailable(cause: ProviderError): ProviderError {
  const remedy = cause.message.startsWith("The certificate")
    ? " If the server signs for itself, enter its CA certificate in the settings."
    : ""
  return new ProviderError({
    code: cause.code,
    message: `WorkStudio is unavailable: ${cause.message}${remedy}`,
    providerSaid: cause.providerSaid,
    cause,
  })
}
