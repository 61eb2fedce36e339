import { type NextRequest, NextResponse } from "next/server"

/**
 * Gives every page a content security policy with a nonce of its own, which Next puts on its scripts, and tells the page
 * its own address, so that signing in can lead back to it.
 */
export function proxy(request: NextRequest): NextResponse {
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

export const config = { matcher: ["/((?!api/|_next/static|_next/image|icon.svg).*)"] }

const isDevelopment = process.env.NODE_ENV === "development"

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // React's development build needs eval for its stack traces
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
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
