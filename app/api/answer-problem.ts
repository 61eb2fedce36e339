import { STATUS_CODES } from "node:http"
import { type Problem, RequestError } from "@/lib/domain/problem"
import { ProviderError } from "@/lib/domain/provider-error"
import { log } from "@/lib/log"

/** Any error as problem details (RFC 9457). What nobody foresaw is logged, and tells the outside nothing. */
export function answerProblem(error: unknown, request: Request): Response {
  const problem = problemOf(error)
  if (problem.status === 500) {
    log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, "a request failed")
  }
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" })
  if (problem.status === 401) headers.set("www-authenticate", 'Bearer realm="rollcall"')
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

function problemOf(error: unknown): Problem {
  if (error instanceof RequestError) {
    const { status, message, errors } = error
    return { ...base(status, message), ...(Object.keys(errors).length === 0 ? {} : { errors }) }
  }
  // A provider that refuses is the admin's to mend, like a field filled in wrongly.
  if (error instanceof ProviderError) return base(422, wordsOf(error))
  return base(500, "Something went wrong in Rollcall. Its log says what.")
}

const base = (status: number, detail: string) => ({
  type: "about:blank",
  title: STATUS_CODES[status] ?? "Error",
  status,
  detail,
})

const wordsOf = ({ message, providerSaid }: ProviderError) =>
  providerSaid === null ? message : `${message} It said: ${providerSaid}`
