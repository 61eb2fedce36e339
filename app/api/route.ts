import { answerProblem } from "@/app/api/answer-problem"
import { RequestError } from "@/lib/domain/problem"

/** What no other route answers is a problem in JSON like any other, not a page. */
function nothingHere(request: Request): Response {
  const { pathname } = new URL(request.url)
  return answerProblem(new RequestError(404, `The API has no address ${pathname}.`), request)
}

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
}
