import type { ReactNode } from "react"
import { joinClasses } from "./join-classes"

type Props = {
  title?: string
  /** The accessible name of a sheet without a title. */
  label?: string
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** A bordered sheet, with a heading when it has a title. */
export function Panel({ title, label = title, aside, className, children }: Props) {
  return (
    <section
      {...(label !== undefined && { "aria-label": label })}
      className={joinClasses("panel", className)}
    >
      {title !== undefined && (
        <header className="flex min-h-11 items-center justify-between gap-3 border-line border-b px-4 py-1.5">
          <h2 className="font-semibold">{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}
