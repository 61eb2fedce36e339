"use client"
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react"
import type { ReactNode } from "react"
import { HeadCell } from "./table"

type Props = {
  column: string
  /** The column sorted by; a leading minus means the other way round. */
  sort: string
  onSort: (sort: string) => void
  className?: string
  children: ReactNode
}

/** A column's head that sorts by it, and turns the order round when pressed again. */
export function SortHead({ column, sort, onSort, className, children }: Props) {
  const order = sort === column ? "ascending" : sort === `-${column}` ? "descending" : "none"
  const Icon = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown }[order]
  return (
    <HeadCell aria-sort={order} className={className}>
      <button
        type="button"
        onClick={() => onSort(order === "ascending" ? `-${column}` : column)}
        className="inline-flex items-center gap-1 rounded-sm hover:text-ink"
      >
        {children}
        <Icon aria-hidden className={`size-3 ${order === "none" ? "opacity-50" : "text-accent"}`} />
      </button>
    </HeadCell>
  )
}
