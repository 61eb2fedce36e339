import { RequestError } from "@/lib/domain/problem"
import { env } from "@/lib/env"

/** Refuses (403) a change that a page of another site made the browser send with our cookie. */
export function refuseForeignOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD" || isOurOwn(request.headers)) return
  throw new RequestError(403, "This change came from a page of another site, so it was not made.")
}

/** Browsers send at least one of the two headers with a change; other programs send neither and hold no cookie unasked. */
function isOurOwn(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site")
  if (site !== null) return site === "same-origin" || site === "none"
  const origin = headers.get("origin")
  if (origin === null) return true
  const host = URL.parse(origin)?.host
  return host !== undefined && (host === headers.get("host") || host === new URL(env().NEXTAUTH_URL).host)
}
