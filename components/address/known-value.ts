/** The value when it is one of the keys of `known`, else null: what stands in an address may be anything. */
export const knownValue = <T extends string>(known: Record<T, unknown>, value: string | null): T | null =>
  value !== null && isKeyOf(known, value) ? value : null

/** The keys of a record that names every value of a union, in its order. */
export const valuesOf = <T extends string>(known: Record<T, unknown>): T[] =>
  Object.keys(known).filter((key): key is T => isKeyOf(known, key))

const isKeyOf = <T extends string>(known: Record<T, unknown>, value: string): value is T =>
  Object.hasOwn(known, value)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An id out of an address; empty when it cannot be one. */
export const idFrom = (value: string | null): string => (value !== null && uuid.test(value) ? value : "")
