import type { ReactNode } from "react"

/** A part of the design system with its name. */
export function Shown({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <p className="mb-1.5 text-ink-faint text-xs">{name}</p>
      {children}
    </div>
  )
}
