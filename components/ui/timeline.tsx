import type { ReactNode } from "react"
import { Dot, type Tone } from "./badge"

/** What happened, one below the other, newest first. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="px-4 py-3">{children}</ol>
}

type EntryProps = {
  tone?: Tone
  /** What happened, when, and by whom, in one line. */
  head: ReactNode
  children?: ReactNode
}

export function TimelineEntry({ tone = "quiet", head, children }: EntryProps) {
  return (
    <li className="relative border-line border-l pb-4 pl-4 last:pb-0">
      <span aria-hidden className="-left-[3.5px] absolute top-1.5 flex rounded-full ring-3 ring-surface">
        <Dot tone={tone} />
      </span>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">{head}</div>
      {children !== undefined && <div className="mt-1.5">{children}</div>}
    </li>
  )
}
