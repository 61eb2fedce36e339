import { RequestError } from "@/lib/domain/problem"

/** Which methods each route has, by its address with parameters as `[name]`. */
export type ApiMethods = Record<string, string[]>

/**
 * What is wrong with a request before any route sees it, where Next would answer with nothing or a bare text: 400 for an
 * address that cannot be decoded, 405 for a method that the route has not. Null when a route is to answer.
 */
export function refuseEarly(
  { method, pathname }: { method: string; pathname: string },
  methods: ApiMethods,
): RequestError | null {
  const segments = decoded(pathname)
  if (segments === null)
    return new RequestError(400, "The address cannot be decoded. Write a percent sign in it as %25.")
  const route = findRoute(segments, Object.keys(methods))
  const allowed = methods[route ?? ""]
  if (allowed === undefined || allowed.includes(method) || method === "OPTIONS") return null
  if (method === "HEAD" && allowed.includes("GET")) return null
  return new RequestError(405, `${pathname} takes ${allowed.join(", ")}, not ${method}.`)
}

/** What the header `Allow` says of an address. */
export function allowedAt(pathname: string, methods: ApiMethods): string {
  return (methods[findRoute(decoded(pathname) ?? [], Object.keys(methods)) ?? ""] ?? []).join(", ")
}

function decoded(pathname: string): string[] | null {
  try {
    return pathname
      .split("/")
      .filter((segment) => segment !== "")
      .map(decodeURIComponent)
  } catch {
    return null
  }
}

/** A segment's own name comes before one that takes any. */
function findRoute(segments: string[], routes: string[]): string | undefined {
  const fitting = routes.filter((route) => {
    const parts = route.split("/").filter((part) => part !== "")
    return (
      parts.length === segments.length &&
      parts.every((part, at) => part === segments[at] || /^\[\w+\]$/.test(part))
    )
  })
  return fitting.sort((one, other) => openAt(other) - openAt(one))[0]
}

/** Where in an address the first part stands that takes any text: the later, the nearer the fit. */
const openAt = (route: string): number => (route.includes("[") ? route.indexOf("[") : route.length)
