/** v1 labels are the words of v2's identifiers; these few are not. */
const exceptions: Record<string, string> = {
  macos_version: "mac_os_x_version",
  enrolled_via_ade: "enrolled_via_dep",
}

const known = new Map<string, string>()

/** The v2 identifier of a v1 label: `Total Memory (GB)` is total_memory_gb. Remembered, for labels repeat with each device. */
export function v1Identifier(label: string): string {
  const seen = known.get(label)
  if (seen !== undefined) return seen
  const words = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
  const identifier = exceptions[words] ?? words
  // Custom facts make labels without end; a fleet has a few hundred
  if (known.size < 5000) known.set(label, identifier)
  return identifier
}
