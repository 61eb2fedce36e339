import path from "node:path"
import { apiMethods } from "./lib/tooling/api-methods.mjs"

/** Headers for every answer. The content security policy carries a nonce of its own per page, so `proxy.ts` sets it. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  // Browsers heed it over https only, so it does no harm on a plain local address
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
]

/**
 * Standalone output: `npm start` runs `.next/standalone/server.js`, which carries only what the pages need.
 * @type {import("next").NextConfig}
 */
const config = {
  output: "standalone",
  outputFileTracingRoot: import.meta.dirname, // else a lockfile in a folder above would be taken for the root
  turbopack: { root: import.meta.dirname },
  // For proxy.ts, which answers a method that a route has not: Next would answer it with nothing
  env: { ROLLCALL_API_METHODS: JSON.stringify(apiMethods(path.join(import.meta.dirname, "app/api"))) },
  serverExternalPackages: ["graphile-worker"],
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true }, // npm run check has looked, at tests and tools as well
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
}

export default config
