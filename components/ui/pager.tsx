"use client"
import { ChevronLeft, ChevronRight } from "lucide-react"
import { Button } from "./button"
import { count, formatNumber } from "./format-number"

type Props = {
  /** What is paged through: `device`. */
  noun: string
  page: { items: unknown[]; nextCursor: string | null; total?: number | undefined }
  pageSize: number
  /** The page asked for is not there yet: what shows is the one before, whose way on is not to be taken again. */
  isTurning: boolean
  /** Cursors of the pages gone through, the current one last. */
  pages: string[]
  onGo: (pages: string[]) => void
}

/** Which rows of a keyset-paged list these are, and the pages before and after. */
export function Pager({ noun, page, pageSize, isTurning, pages, onGo }: Props) {
  const { nextCursor, total } = page
  const first = pages.length * pageSize + 1
  const range = `${formatNumber(first)} to ${formatNumber(first + page.items.length - 1)}`
  return (
    <nav
      aria-label={`Pages of ${noun}s`}
      className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-line border-t px-4 py-2"
    >
      <p className="text-ink-soft tabular-nums" aria-live="polite">
        {total === undefined && range}
        {total !== undefined &&
          (total <= pageSize ? count(total, noun) : `${range} of ${count(total, noun)}`)}
      </p>
      {(pages.length > 0 || nextCursor !== null) && (
        <div className="flex gap-2">
          <Button size="sm" disabled={pages.length === 0} onClick={() => onGo(pages.slice(0, -1))}>
            <ChevronLeft aria-hidden /> Previous
          </Button>
          <Button
            size="sm"
            disabled={nextCursor === null || isTurning}
            onClick={() => nextCursor !== null && onGo([...pages, nextCursor])}
          >
            Next <ChevronRight aria-hidden />
          </Button>
        </div>
      )}
    </nav>
  )
}
