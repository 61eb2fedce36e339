import type { ReactNode } from "react"
import { joinClasses } from "./join-classes"

type TableProps = {
  label: string
  className?: string
  /** The head stays in sight while the page scrolls, where the table fits the page. */
  isSticky?: boolean
  children: ReactNode
}

/** A real table that scrolls within itself where it is wider than the screen; the keyboard can scroll it too. */
export function Table({ label, className, isSticky = false, children }: TableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus to be scrolled by keys
      tabIndex={0}
      className={joinClasses("relative overflow-x-auto", isSticky && "xl:overflow-x-visible")}
    >
      <table className={joinClasses("w-full border-collapse text-left", className)}>{children}</table>
    </section>
  )
}

type HeadCellProps = {
  className?: string | undefined
  children: ReactNode
  "aria-sort"?: "ascending" | "descending" | "none"
}

export function HeadCell({ className, children, ...rest }: HeadCellProps) {
  return (
    <th scope="col" {...rest} className={joinClasses("head-cell", className)}>
      {children}
    </th>
  )
}

export function Row({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <tr
      className={joinClasses(
        "border-line border-t hover:bg-sunken/60 has-focus-visible:bg-sunken/60",
        className,
      )}
    >
      {children}
    </tr>
  )
}

type CellProps = {
  className?: string | undefined
  /** What the head calls it, for a phone: a table that `is-stacked` has no head there. */
  label?: string
  children: ReactNode
}

export function Cell({ className, label, children }: CellProps) {
  return (
    <td data-label={label} className={joinClasses("cell", className)}>
      {children}
    </td>
  )
}
