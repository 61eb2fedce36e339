/** One step into a JSON value: a key, a position, every entry of a list, or the entries whose key has a value. */
export type PathStep =
  | { kind: "key"; key: string }
  | { kind: "index"; index: number }
  | { kind: "all" }
  | { kind: "where"; key: string; equals: string }
  | { kind: "anywhere"; key: RegExp }

const stepForms: [RegExp, (found: string[]) => PathStep][] = [
  [/^\.\.([\w*-]+)/, ([, key = ""]) => ({ kind: "anywhere", key: withStars(key) })],
  [/^\.?([\p{L}\p{N}_$-]+)/u, ([, key = ""]) => ({ kind: "key", key })],
  [/^\[(\d{1,6})\]/, ([, index = ""]) => ({ kind: "index", index: Number(index) })],
  [/^\[\*\]/, () => ({ kind: "all" })],
  [/^\[(['"])((?:(?!\1).)+)\1\]/, ([, , key = ""]) => ({ kind: "key", key })],
  [/^\[([\w-]+)=(['"])((?:(?!\2).)*)\2\]/, ([, key = "", , equals = ""]) => ({ kind: "where", key, equals })],
]

const known = new Map<string, PathStep[]>()

/**
 * Reads a path such as `$.hardware.serialNumber`, `$['Used Memory (GB)']`, `$.response[*].devices[*]`, `$.data[id='owner'].value`;
 * the `$` may be left out. `$..recoveryKey` and `$..bypass*` (any depth) are for what is redacted. Throws a SyntaxError that
 * shows where it cannot be read.
 */
export function parsePath(text: string): PathStep[] {
  const before = known.get(text)
  if (before !== undefined) return before
  const steps: PathStep[] = []
  for (let rest = text.trim().replace(/^\$/, ""); rest !== ""; ) {
    const [length, step] = readStep(rest) ?? []
    if (length === undefined || step === undefined)
      throw new SyntaxError(`The path ${text} cannot be read from "${rest.slice(0, 30)}" on.`)
    steps.push(step)
    rest = rest.slice(length)
  }
  if (known.size < 1000) known.set(text, steps)
  return steps
}

function readStep(rest: string): [length: number, step: PathStep] | null {
  for (const [form, make] of stepForms) {
    const found = form.exec(rest)
    if (found !== null) return [found[0].length, make([...found])]
  }
  return null
}

const withStars = (key: string): RegExp => new RegExp(`^${key.replace(/\*+/g, ".*")}$`, "i")
