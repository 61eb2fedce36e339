/** Where to go after signing in: a path of ours, whatever the address bar said; else the dashboard. */
export function safeReturnPath(asked: string | string[] | undefined): string {
  const home = "/"
  if (typeof asked !== "string") return home
  const base = "http://rollcall.invalid"
  if (!URL.canParse(asked, base)) return home
  const url = new URL(asked, base)
  const isOurs = asked.startsWith("/") && url.origin === base && url.pathname !== "/sign-in"
  return isOurs ? `${url.pathname}${url.search}` : home
}
