export type Token = { kind: "word" | "string" | "number" | "sign"; text: string }

/** A query that the hub would not take; the message says where it stops making sense. */
export class BadQuery extends Error {}

const pattern =
  /\s*(?:('(?:[^'\\]|\\.|'')*')|(\d+(?:\.\d+)?)|([A-Za-z_$][\w$]*)|(<=|>=|!=|<>|[=<>()[\],.*]))/y

export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  const end = text.trimEnd().length
  for (let at = 0; at < end; at = pattern.lastIndex) {
    pattern.lastIndex = at
    const [, string, number, word, sign] = pattern.exec(text) ?? []
    if (string !== undefined)
      tokens.push({ kind: "string", text: string.slice(1, -1).replace(/''|\\'/g, "'") })
    else if (number !== undefined) tokens.push({ kind: "number", text: number })
    else if (word !== undefined) tokens.push({ kind: "word", text: word })
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign })
    else throw new BadQuery(`unexpected input at position ${at}: ${text.slice(at, at + 20)}`)
  }
  return tokens
}
