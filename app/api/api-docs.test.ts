import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

/** Routes by their address, with parameters as `:name`, for those that are meant for people who write programs. */
function addresses(): string[] {
  return readdirSync("app/api", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)route\.ts$/.test(file))
    .map((file) => `/api/${file.replace(/\/?route\.ts$/, "")}`.replaceAll(/\[(\w+)\]/g, ":$1"))
    .filter((address) => address !== "/api/" && !address.includes("[..."))
}

test("docs/api.md names every address of the API", () => {
  const text = readFileSync("docs/api.md", "utf8")
  expect(
    addresses().filter((address) => !text.includes(`${address}\``) && !text.includes(`${address},`)),
  ).toEqual([])
})
