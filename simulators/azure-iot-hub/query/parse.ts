import { BadQuery, type Token, tokenize } from "./tokenize"

export type Operand =
  | { kind: "path"; path: string[] }
  | { kind: "value"; value: string | number | boolean | null }
export type Condition =
  | { kind: "and" | "or"; left: Condition; right: Condition }
  | { kind: "not"; inner: Condition }
  | { kind: "defined"; path: string[] }
  | { kind: "starts"; path: string[]; text: string }
  | { kind: "compare"; sign: string; left: Operand; right: Operand }
  | { kind: "in"; left: Operand; values: Operand[]; negated: boolean }
export type Selected = { kind: "count"; as: string } | { kind: "path"; path: string[]; as: string | null }
export type Query = {
  select: "*" | Selected[]
  top: number | null
  from: "devices" | "devices.modules"
  where: Condition | null
}

/** Reads what of the query language a reader of twins needs: SELECT, FROM, WHERE. Throws BadQuery for anything else. */
export function parseQuery(text: string): Query {
  const tokens = tokenize(text)
  let at = 0
  const peek = (): Token | undefined => tokens[at]
  const isWord = (word: string) => peek()?.kind === "word" && peek()?.text.toLowerCase() === word
  const isSign = (sign: string) => peek()?.kind === "sign" && peek()?.text === sign
  const fail = (wanted: string): never => {
    throw new BadQuery(`expected ${wanted}, found ${peek()?.text ?? "the end"}`)
  }
  const taken = (is: boolean): boolean => {
    if (is) at += 1
    return is
  }
  const need = (is: boolean, wanted: string): void => {
    if (!taken(is)) fail(wanted)
  }
  const next = (kind: Token["kind"], wanted: string): string => {
    const token = peek()
    if (token?.kind !== kind) return fail(wanted)
    at += 1
    return token.text
  }

  function readPath(): string[] {
    const path = [next("word", "a property")]
    while (taken(isSign("."))) path.push(next("word", "a property"))
    return path[0]?.toLowerCase() === "devices" && path.length > 1 ? path.slice(1) : path
  }

  function readOperand(): Operand {
    const token = peek()
    if (token?.kind === "string") return { kind: "value", value: next("string", "a text") }
    if (token?.kind === "number") return { kind: "value", value: Number(next("number", "a number")) }
    for (const [word, value] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ] as const)
      if (taken(isWord(word))) return { kind: "value", value }
    return { kind: "path", path: readPath() }
  }

  function readList(): Operand[] {
    need(isSign("["), "[")
    const values = [readOperand()]
    while (taken(isSign(","))) values.push(readOperand())
    need(isSign("]"), "]")
    return values
  }

  function readCall(): Condition | null {
    const name = peek()?.text.toLowerCase()
    if ((name !== "is_defined" && name !== "startswith") || tokens[at + 1]?.text !== "(") return null
    at += 2
    const path = readPath()
    if (name === "startswith") need(isSign(","), ",")
    const text = name === "startswith" ? next("string", "a text") : ""
    need(isSign(")"), ")")
    return name === "is_defined" ? { kind: "defined", path } : { kind: "starts", path, text }
  }

  function readPrimary(): Condition {
    if (taken(isSign("("))) {
      const inner = readOr()
      need(isSign(")"), ")")
      return inner
    }
    const call = readCall()
    if (call !== null) return call
    const left = readOperand()
    if (taken(isWord("in"))) return { kind: "in", left, values: readList(), negated: false }
    if (taken(isWord("nin"))) return { kind: "in", left, values: readList(), negated: true }
    const sign = next("sign", "a comparison")
    if (!["=", "!=", "<>", "<", "<=", ">", ">="].includes(sign)) fail("a comparison")
    return { kind: "compare", sign, left, right: readOperand() }
  }

  const readNot = (): Condition => (taken(isWord("not")) ? { kind: "not", inner: readNot() } : readPrimary())

  function readAnd(): Condition {
    let left = readNot()
    while (taken(isWord("and"))) left = { kind: "and", left, right: readNot() }
    return left
  }

  function readOr(): Condition {
    let left = readAnd()
    while (taken(isWord("or"))) left = { kind: "or", left, right: readAnd() }
    return left
  }

  function readSelected(): Selected {
    if (isWord("count") && tokens[at + 1]?.text === "(") {
      at += 2
      need(isSign(")"), ")")
      need(isWord("as"), "AS")
      return { kind: "count", as: next("word", "a name") }
    }
    const path = readPath()
    return { kind: "path", path, as: taken(isWord("as")) ? next("word", "a name") : null }
  }

  need(isWord("select"), "SELECT")
  const top = taken(isWord("top")) ? Number(next("number", "a number")) : null
  const select: Selected[] = []
  const all = taken(isSign("*"))
  if (!all)
    do select.push(readSelected())
    while (taken(isSign(",")))
  need(isWord("from"), "FROM")
  need(isWord("devices"), "devices")
  const ofModules = taken(isSign("."))
  if (ofModules) need(isWord("modules"), "modules")
  const where = taken(isWord("where")) ? readOr() : null
  if (peek() !== undefined) fail("the end of the query")
  return { select: all ? "*" : select, top, from: ofModules ? "devices.modules" : "devices", where }
}
