/** The variables of this process's environment that are set; an empty one counts as not set. */
export function setVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      value === undefined || value === "" ? [] : [[key, value]],
    ),
  )
}
