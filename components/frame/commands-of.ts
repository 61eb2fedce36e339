import type { LucideIcon } from "lucide-react"

/** Something the palette offers: a place to go to or a thing to do. */
export type Command = {
  id: string
  label: string
  /** What tells it from others of its name; null when nothing need. */
  note: string | null
  /** What else somebody may type for it. */
  words: string
  Icon: LucideIcon
  run: () => void
}

export type CommandGroup = { value: string; items: Command[] }

/** The commands that hold every word typed, those first whose name begins with it; all of them while nothing is typed. */
export function fitting(commands: Command[], typed: string): Command[] {
  const words = typed.trim().toLowerCase().split(/\s+/)
  const startsWith = ({ label }: Command) => label.toLowerCase().startsWith(words[0] ?? "")
  return commands
    .filter(({ label, words: others }) =>
      words.every((word) => `${label} ${others}`.toLowerCase().includes(word)),
    )
    .sort((one, other) => Number(startsWith(other)) - Number(startsWith(one)))
}
