import { ProviderError, type ProviderErrorCode } from "@/lib/domain/provider-error"
import { explainStatus } from "@/lib/http/explain-status"
import { providerWords } from "@/lib/http/provider-words"
import { readRetryAfter } from "@/lib/http/retry-after"
import type { Received } from "./handler"

/** An IAM action, by which admins grant permissions, e.g. `iot:ListThings`. */
export type Action = `${"iot" | "greengrass" | "sts"}:${string}`

type Refused = {
  action: Action
  /** What the SDK threw: an error by AWS's own name, where the reply held one. */
  failure: unknown
  reply: Received
  secrets: string[]
}

/** What AWS means by a refusal, from the name of its error where it gives one, else from the status (facts C.5). */
export function explainRefusal({ action, failure, reply, secrets }: Refused): ProviderError {
  const { host, path, status, headers, text } = reply
  const said = providerWords(text, secrets)
  const retryAfterSeconds = readRetryAfter(headers["retry-after"] ?? null, Date.now())
  const name = failure instanceof Error && "$fault" in failure ? failure.name : ""
  const meaning = meaningOf(name, { action, host, status, said: said ?? "" })
  if (meaning !== null)
    return new ProviderError({ ...meaning, providerSaid: said, retryAfterSeconds, cause: failure })
  const location = headers.location ?? null
  const { code, message } = explainStatus({ status, host, path, text, said, location, retryAfterSeconds })
  const cause = status === 500 && !isName(name) ? new Speechless(message) : failure
  return new ProviderError({ code, message, providerSaid: said, retryAfterSeconds, cause })
}

/** Of an error that names none the SDK makes its status the name. */
const isName = (name: string): boolean => /^[A-Za-z]+$/.test(name) && name !== "UnknownError"

/** Whether AWS said that there is no such thing, and not only that there is nothing at this address. */
export const saysAbsent = (error: unknown): boolean =>
  error instanceof ProviderError &&
  error.code === "not_found" &&
  error.cause instanceof Error &&
  kinds[error.cause.name] === "absent"

/**
 * Whether a server failed (500) without an error in AWS's form. Amazon's own never do; others that speak its protocols answer so
 * where they have not made an operation, with a web page.
 */
export const failsSpeechless = (error: ProviderError): boolean => error.cause instanceof Speechless

class Speechless extends Error {}

type Place = { action: Action; host: string; status: number; said: string }

function meaningOf(name: string, place: Place): { code: ProviderErrorCode; message: string } | null {
  const { action, host, status, said } = place
  const where = `${host} (${status}${name === "" ? "" : ` ${name}`})`
  switch (kindOf(name, status)) {
    case "clock":
    case "signature":
      return {
        code: "unauthorized",
        message: /expired|not yet current/i.test(said)
          ? `${where} finds the signature too old or too new. Set the clock of the machine that Rollcall runs on.`
          : `${where} did not accept the signature. The secret access key does not belong to the access key ID; enter both again.`,
      }
    case "expired":
      return {
        code: "unauthorized",
        message: `${where} says that the credentials have expired. Enter new ones; long-lived keys with a role need no renewal.`,
      }
    case "unknown key":
      return {
        code: "unauthorized",
        message: `${where} does not know the credentials. Check the access key ID, and the session token if the keys are temporary ones.`,
      }
    case "denied":
      return {
        code: "forbidden",
        message: `AWS does not allow ${action} with these credentials (${status}). Add it to their IAM policy; the whole policy that is needed stands beside the credentials.`,
      }
    case "throttled":
      return {
        code: "rate_limited",
        message: `AWS asks for fewer ${action} requests (${status}). The next run tries again; run it less often if this stays.`,
      }
    case "absent":
      return { code: "not_found", message: `AWS has nothing that ${action} could give (${status}).` }
    case "unsupported":
      return { code: "not_found", message: `${host} does not offer ${action} (${status}).` }
    case "not accepted":
      return {
        code: "misconfigured",
        message: `AWS did not accept ${action} (${status}${said === "" ? "" : `: ${said}`}). Check the region and the settings.`,
      }
    case null:
      return null
  }
}

type Kind =
  | "signature"
  | "clock"
  | "expired"
  | "unknown key"
  | "denied"
  | "throttled"
  | "absent"
  | "unsupported"
  | "not accepted"

const kinds: Record<string, Kind> = {
  InvalidSignatureException: "signature",
  SignatureDoesNotMatch: "signature",
  RequestTimeTooSkewed: "clock",
  RequestExpired: "clock",
  ExpiredTokenException: "expired",
  ExpiredToken: "expired",
  UnrecognizedClientException: "unknown key",
  InvalidClientTokenId: "unknown key",
  InvalidAccessKeyId: "unknown key",
  InvalidToken: "unknown key",
  IncompleteSignatureException: "unknown key",
  MissingAuthenticationTokenException: "unknown key",
  AccessDeniedException: "denied",
  AccessDenied: "denied",
  ForbiddenException: "denied",
  ThrottlingException: "throttled",
  Throttling: "throttled",
  ThrottledException: "throttled",
  TooManyRequestsException: "throttled",
  RequestLimitExceeded: "throttled",
  LimitExceededException: "throttled",
  ResourceNotFoundException: "absent",
  UnknownOperationException: "unsupported",
  UnknownOperation: "unsupported",
  InvalidAction: "unsupported",
  NotImplemented: "unsupported",
  InvalidRequestException: "not accepted",
  InvalidParameterException: "not accepted",
  ValidationException: "not accepted",
  IndexNotReadyException: "not accepted",
  InvalidQueryException: "not accepted",
}

function kindOf(name: string, status: number): Kind | null {
  const known = kinds[name]
  if (known !== undefined) return known
  if (status === 401) return "unknown key"
  if (status === 403) return "denied"
  if (status === 429) return "throttled"
  return status === 405 || status === 501 ? "unsupported" : null
}
