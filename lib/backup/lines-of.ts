const newline = 10

export const brokenOff = "The backup ends in the middle; it was not written to its end."

/**
 * The lines of a stream as bytes, without their ends. Only a newline ends one: texts may hold every other sign. Throws when the last
 * one has no end.
 */
export async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of input) {
    let from = 0
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
      yield bytes.subarray(from, at)
      from = at + 1
    }
    rest = bytes.subarray(from)
  }
  if (rest.length > 0) throw new Error(brokenOff)
}
