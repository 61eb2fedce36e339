import type { Json } from "@/lib/domain/json"
import { parsePath } from "./parse-path"
import { readPath } from "./read-path"

/** A comparison of what stands at a path with a value. */
type Condition = { path: string; isEqual: boolean; value: Json }

const form = /^(.+?)\s*(==|!=)\s*(true|false|null|-?\d+(?:\.\d+)?|'[^']*'|"[^"]*")$/

/** Reads `$.is_removed == true`, `$.status != 'OK'`. Throws a SyntaxError that says what is expected. */
export function parseCondition(text: string): Condition {
  const [, path, sign, literal] = form.exec(text.trim()) ?? []
  if (path === undefined || literal === undefined)
    throw new SyntaxError(
      `"${text}" is no condition. Write a path, == or !=, and true, false, null, a number or a 'text'.`,
    )
  parsePath(path)
  return { path, isEqual: sign === "==", value: meant(literal) }
}

/** Whether a value satisfies a condition. A text and a number that look alike are equal; what is absent is null. */
export function holds(value: Json, text: string, ignoreCase = false): boolean {
  const { path, isEqual, value: wanted } = parseCondition(text)
  const found = readPath(value, path, ignoreCase)
  const isSame = wanted === null || found === null ? found === wanted : plain(found) === plain(wanted)
  return isSame === isEqual
}

const plain = (value: Json): string => (typeof value === "object" ? JSON.stringify(value) : String(value))

function meant(literal: string): Json {
  return /^['"]/.test(literal) ? literal.slice(1, -1) : JSON.parse(literal)
}
