import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "vitest"

/** Every file of a page that is loaded at once: all of components and lib/queries but those fetched on demand. */
const all = ["components", "lib/queries", "lib/domain", "lib/providers"].flatMap(filesIn)
const files = all.filter((file) => /^(components|lib\/queries)\//.test(file))
const onDemand = new Set(files.flatMap(fetchedBy))
const atOnce = files.filter((file) => !onDemand.has(file))

test("no page's first load carries zod: schemas come with the first question", () => {
  const carrying = atOnce.filter((file) => reaches(file, "zod"))
  expect(carrying.filter((file) => !isOnlyBehind(file))).toEqual([])
})

test("no page's first load carries Base UI's popups: they are fetched when somebody reaches for them", () => {
  const eager = atOnce.filter((file) =>
    importsOf(file).some(
      (name) => name.startsWith("@base-ui/react/") && name !== "@base-ui/react/csp-provider",
    ),
  )
  expect(eager.filter((file) => !isOnlyBehind(file))).toEqual([])
})

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => path.join(root, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test/.test(file))
}

/** What a file imports as values, types left out; files of ours by their paths. */
function importsOf(file: string): string[] {
  const found = readFileSync(file, "utf8").matchAll(
    /^(?:import|export) (?:(?!type\b)[^"]*? ?from )?"([^"]+)"/gm,
  )
  return [...found].map(([, name = ""]) => resolved(file, name))
}

function fetchedBy(file: string): string[] {
  const found = readFileSync(file, "utf8").matchAll(/import\("([^"]+)"\)/g)
  return [...found].map(([, name = ""]) => resolved(file, name))
}

function resolved(file: string, name: string): string {
  if (!/^(@\/|\.\/)/.test(name)) return name
  const base = name.startsWith("@/") ? name.slice(2) : path.join(path.dirname(file), name)
  return all.find((known) => known === `${base}.ts` || known === `${base}.tsx`) ?? base
}

function reaches(file: string, wanted: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  return importsOf(file).some(
    (name) => name === wanted || (all.includes(name) && !onDemand.has(name) && reaches(name, wanted, seen)),
  )
}

/** Whether a file is imported by nothing but files that are fetched on demand. */
function isOnlyBehind(file: string): boolean {
  const users = files.filter((other) => importsOf(other).includes(file))
  return users.length > 0 && users.every((user) => onDemand.has(user) || isOnlyBehind(user))
}
