import { globSync } from "node:fs"

/** The routes of all pages as the folders of app name them: `/devices/[id]`. */
export const routes: string[] = globSync("app/**/page.tsx").map((file) => {
  const parts = file.split("/").slice(1, -1)
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`
})

/** Those that stand for one page each, without a part that names something. */
export const fixedRoutes = routes.filter((route) => !route.includes("["))
