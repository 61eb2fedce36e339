import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

const pages = ["README.md", ...readdirSync("docs", { recursive: true }).map((file) => `docs/${String(file)}`)]

test.each(pages.filter((file) => file.endsWith(".md")))("%s leads only to what is there", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\((?!https?:)([^)\s]+)\)/g)]
  const missing = links.flatMap(([, link = ""]) => (isThere(page, link) ? [] : [link]))
  expect(missing).toEqual([])
})

/** Whether a link's file is there, with the heading that it names. */
function isThere(page: string, link: string): boolean {
  const [file = "", heading] = link.split("#")
  const target = file === "" ? page : path.join(path.dirname(page), file)
  if (!existsSync(target)) return false
  return heading === undefined || headingsOf(target).includes(heading)
}

/** The headings of a page as links name them. */
const headingsOf = (page: string): string[] =>
  [...readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  )
