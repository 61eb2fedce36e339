import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

/**
 * The methods of every route under a folder such as `app/api`, by address: `{ "/api/devices/[id]": ["GET"] }`. Routes that
 * take any address below them are left out.
 * @param {string} root
 * @returns {Record<string, string[]>}
 */
export function apiMethods(root) {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => path.basename(file) === "route.ts" && !file.includes("[..."),
  )
  return Object.fromEntries(
    files.map((file) => {
      const source = readFileSync(path.join(root, file), "utf8")
      const exported = methods.filter((method) =>
        new RegExp(`\\b(const|function|as) ${method}\\b`).test(source),
      )
      return [path.posix.join("/api", path.dirname(file)), exported]
    }),
  )
}
