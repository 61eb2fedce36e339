/** Headers of several sources; of those that differ only in case the last counts, so that none is sent twice. */
export function mergeHeaders(...sources: Record<string, string>[]): Record<string, string> {
  const merged = new Map<string, [name: string, value: string]>()
  for (const [name, value] of sources.flatMap(Object.entries<string>))
    merged.set(name.toLowerCase(), [name, value])
  return Object.fromEntries(merged.values())
}
