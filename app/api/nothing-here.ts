import { RequestError } from "@/lib/domain/problem"
import { answerProblem } from "./answer-problem"

/** What no other route answers is a problem in JSON like any other, not a page. */
export function nothingHere(request: Request): Response {
  const { pathname } = new URL(request.url)
  return answerProblem(new RequestError(404, `The API has no address ${pathname}.`), request)
}
