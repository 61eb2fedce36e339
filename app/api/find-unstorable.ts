type Fault = { field: string; message: string }

/** Deeper is nobody's data, and would exhaust the stack of whoever walks it. */
const deepest = 32

/** The first text in a JSON value that no database text can hold, or the first place that is nested too deep; else null. */
export function findUnstorable(value: unknown, path: string[] = []): Fault | null {
  const field = path.join(".")
  if (path.length > deepest) return { field: path.slice(0, 4).join("."), message: "This is nested too deep." }
  if (typeof value === "string") return isStorable(value) ? null : { field, message: unstorable }
  if (typeof value !== "object" || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return { field, message: unstorable }
    const fault = findUnstorable(inner, [...path, key])
    if (fault !== null) return fault
  }
  return null
}

const unstorable =
  "This holds a NUL character or half of a surrogate pair, which cannot be stored. Take it out."

const isStorable = (text: string) => !text.includes("\0") && text.isWellFormed()
