import type { ReactNode } from "react"
import { twMerge } from "tailwind-merge"

type TableProps = { label: string; className?: string; children: ReactNode }

/** A real table that scrolls within itself where it is wider than the screen; the keyboard can scroll it too. */
export function Table({ label, className, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus to be scrolled by keys
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      <table className={twMerge("w-full border-collapse text-left", className)}>{children}</table>
    </section>
  )
}

const cell = "px-3 py-2 first:pl-4 last:pr-4"

export function HeadCell({
  className,
  children,
  ...rest
}: { className?: string; children: ReactNode } & Sorted) {
  return (
    <th
      scope="col"
      {...rest}
      className={twMerge(
        cell,
        "bg-sunken py-1.5 font-medium text-ink-soft text-xs whitespace-nowrap",
        className,
      )}
    >
      {children}
    </th>
  )
}

type Sorted = { "aria-sort"?: "ascending" | "descending" | "none" }

export function Row({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <tr
      className={twMerge("border-line border-t hover:bg-sunken/60 has-focus-visible:bg-sunken/60", className)}
    >
      {children}
    </tr>
  )
}

export function Cell({ className, children }: { className?: string; children: ReactNode }) {
  return <td className={twMerge(cell, "align-top", className)}>{children}</td>
}
