import type { ReactNode } from "react"

type Props = {
  /** In two columns where there is room, for names and values that are all short. */
  columns?: 1 | 2
  children: ReactNode
}

/** Names and values side by side; on a phone one above the other. */
export function Facts({ columns = 1, children }: Props) {
  return <dl className={columns === 1 ? "divide-y divide-line" : "facts-in-columns"}>{children}</dl>
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 px-4 py-2 sm:grid-cols-[10rem_1fr]">
      <dt className="text-ink-faint wrap-anywhere">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}
