import { type NextRequest, NextResponse } from "next/server"
import { answerProblem } from "@/app/api/answer-problem"
import { type ApiMethods, allowedAt, refuseEarly } from "@/app/api/refuse-early"

/** Put in by `next.config.mjs`; while sources change under a development server, what it was at its start says nothing. */
const apiMethods: ApiMethods = isDevelopment() ? {} : JSON.parse(process.env.ROLLCALL_API_METHODS ?? "{}")

/** Sees every request but those for static files. */
export function proxy(request: NextRequest): NextResponse | Response {
  const { pathname } = new URL(request.url)
  return /^\/api(\/|$)/.test(pathname) ? passApi(request, pathname) : passPage(request)
}

function passApi(request: NextRequest, pathname: string): NextResponse | Response {
  const fault = refuseEarly({ method: request.method, pathname }, apiMethods)
  if (fault === null) return NextResponse.next()
  const response = answerProblem(fault, request)
  if (fault.status === 405) response.headers.set("allow", allowedAt(pathname, apiMethods))
  return response
}

/**
 * Gives every page a content security policy with a nonce of its own, which Next puts on its scripts, and tells the page
 * its own address, so that signing in can lead back to it.
 */
function passPage(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64")
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set("x-nonce", nonce)
  headers.set("x-rollcall-path", `${request.nextUrl.pathname}${request.nextUrl.search}`)
  headers.set("content-security-policy", policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  return response
}

export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg).*)"] }

function isDevelopment(): boolean {
  return process.env.NODE_ENV === "development"
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // React's development build needs eval for its stack traces
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment() ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${isDevelopment() ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Widths of progress bars come as style attributes in the server's HTML; an attribute cannot load or run anything
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}
