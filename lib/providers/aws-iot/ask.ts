import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { TakeTurn } from "@/lib/domain/rate"
import type { RetryTimes } from "@/lib/http/backoff"
import { explainFailure } from "@/lib/http/explain-failure"
import { parseJson } from "@/lib/http/parse-json"
import { type Patience, patient } from "@/lib/http/patience"
import { stripUnstorable } from "@/lib/http/strip-unstorable"
import { tryUntilDone } from "@/lib/http/try-until-done"
import { type Action, explainRefusal } from "./explain"
import type { Handler, Received } from "./handler"

/** Throttling is AWS's usual way to say "slower", and passes (facts C.5: two tries are too few for a sync). */
const unhurried: Patience = { ...patient, limited: 5 }

/** One call of the SDK: it tells its reply by the signal, which also ends it. */
type Call<T> = { action: Action; send: (options: { abortSignal: AbortSignal }) => Promise<T> }

export type AwsCall = Call<unknown> & {
  /** Awaited besides the turn that all calls take. */
  pace?: TakeTurn
  patience?: Patience
}

/** A reply of a service that speaks JSON. `stripped`: characters that no database text can hold, taken out of `json`. */
export type AwsReply = { json: Json; text: string; stripped: number; retries: number }
export type Ask = (call: AwsCall) => Promise<AwsReply>

/** What all calls of a session share. Times in milliseconds. */
export type Line = {
  handler: Handler
  signal: AbortSignal
  takeTurn: TakeTurn
  retry: RetryTimes
  secrets: string[]
  maxBytes: number
}

/**
 * Sends calls by the SDK, which signs them and reads errors, under our own deadline, rate and retries; replies are read by us,
 * for the SDK refuses a whole page for one odd value. Throws ProviderError, or the signal's reason when aborted.
 */
export function openAsk(line: Line): Ask {
  return ({ action, send, pace, patience = unhurried }) => {
    const takeTurn: TakeTurn = async (signal) => {
      await pace?.(signal)
      await line.takeTurn(signal)
    }
    return tryUntilDone({ ...line, takeTurn, patience }, async (timeoutMs) => {
      const { host, path, headers, text } = (await exchange(line, { action, send }, timeoutMs)).reply
      const contentType = headers["content-type"] ?? null
      const json = parseJson({ text, contentType, host, path, secrets: line.secrets })
      return { text, ...stripUnstorable(json, text) }
    })
  }
}

/** Sends a call of a service whose replies only the SDK can read. */
export async function sendOnce<T>(line: Line, call: Call<T>): Promise<T> {
  const { output } = await exchange(line, call, line.retry.timeoutMs ?? patient.timeoutMs)
  if (output !== null) return output.value
  throw new ProviderError({
    code: "bad_response",
    message: `AWS sent a reply to ${call.action} that cannot be read.`,
  })
}

/** `output` is null for a reply that the SDK cannot read. */
async function exchange<T>(
  line: Line,
  { action, send }: Call<T>,
  timeoutMs: number,
): Promise<{ reply: Received; output: { value: T } | null }> {
  const { signal, secrets, handler, maxBytes } = line
  const deadline = AbortSignal.timeout(timeoutMs)
  const ending = AbortSignal.any([signal, deadline])
  const sent = await send({ abortSignal: ending }).then(
    (value) => ({ value }),
    (failure: unknown) => ({ failure }),
  )
  signal.throwIfAborted()
  const reply = handler.received(ending)
  const failure = "failure" in sent ? sent.failure : null
  if (reply === null)
    throw explainFailure(deadline.aborted ? deadline.reason : failure, {
      host: handler.hostOf(ending) ?? "AWS",
      maxBytes,
    })
  if (reply.status < 200 || reply.status > 299) throw explainRefusal({ action, failure, reply, secrets })
  return { reply, output: "value" in sent ? sent : null }
}
