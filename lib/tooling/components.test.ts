import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

const files = ["components", "app"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .map((file) => path.join(root, file)),
)
const textOf = (file: string) => readFileSync(file, "utf8")

test("no component file is longer than 150 lines", () => {
  expect(files.filter((file) => textOf(file).trimEnd().split("\n").length > 150)).toEqual([])
})

test("no page fetches in an effect: what is read comes from the server or from lib/queries", () => {
  const fetching = /\b(fetch|readJson|fetchQuery|prefetchQuery|refetch|mutate|mutateAsync)\(/
  expect(files.filter((file) => effectsOf(textOf(file)).some((body) => fetching.test(body)))).toEqual([])
})

test("no component asks our own addresses past lib/queries", () => {
  const asking = files
    .filter((file) => file.startsWith("components"))
    .filter((file) => /\bfetch\(/.test(textOf(file)))
  expect(asking).toEqual([])
})

/** What stands between the parentheses of each `useEffect(…)`. */
function effectsOf(text: string): string[] {
  return [...text.matchAll(/useEffect\(/g)].map(({ index }) => {
    let depth = 0
    for (let at = index + "useEffect".length; at < text.length; at++) {
      if (text[at] === "(") depth++
      if (text[at] === ")" && --depth === 0) return text.slice(index, at)
    }
    return ""
  })
}
