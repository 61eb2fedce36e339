/** A number below 2^32 that always comes out the same for the same three; spread evenly (murmur's finalizer). */
export function draw(seed: number, index: number, salt: number): number {
  let bits = Math.imul(seed ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d)
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** One of a list, by a drawn number. */
export function pick<T>(list: readonly [T, ...T[]], drawn: number): T {
  return list[drawn % list.length] ?? list[0]
}

const hex2 = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"))

/** Two hex digits of a byte. */
export const hexByte = (value: number): string => hex2[value & 255] ?? "00"

/** Eight hex digits. */
export const hex8 = (value: number): string =>
  hexByte(value >>> 24) + hexByte(value >>> 16) + hexByte(value >>> 8) + hexByte(value)
