"use client"
import { ChevronLeft, ChevronRight } from "lucide-react"
import { useRef } from "react"
import { Button } from "./button"
import { count, formatNumber } from "./format-number"
import { joinClasses } from "./join-classes"

type Props = {
  /** What is paged through: `device`. */
  noun: string
  page: { items: unknown[]; nextCursor: string | null; total?: number | undefined }
  pageSize: number
  /** The page asked for is not there yet: what shows is the one before, whose way on is not to be taken again. */
  isTurning: boolean
  /** The list is one part of its page among others: they would be covered. */
  isPartOfPage?: boolean
  /** Cursors of the pages gone through, the current one last. */
  pages: string[]
  onGo: (pages: string[]) => void
}

/** Which rows of a keyset-paged list these are, and the pages before and after; in sight however long the list is. */
export function Pager({ noun, page, pageSize, isTurning, isPartOfPage = false, pages, onGo }: Props) {
  const { nextCursor, total } = page
  const goBack = useGoBack(pages, onGo)
  const first = pages.length * pageSize + 1
  const range = `${formatNumber(first)} to ${formatNumber(first + page.items.length - 1)}`
  return (
    <nav
      aria-label={`Pages of ${noun}s`}
      className={joinClasses(
        "flex min-h-11 flex-wrap items-center justify-between gap-2 rounded-b-lg border-line border-t bg-surface px-4 py-2",
        !isPartOfPage && "sticky bottom-0 z-10",
      )}
    >
      <p className="text-ink-soft tabular-nums" aria-live="polite">
        {total === undefined && range}
        {total !== undefined &&
          (total <= pageSize ? count(total, noun) : `${range} of ${count(total, noun)}`)}
      </p>
      {(pages.length > 0 || nextCursor !== null) && (
        <div className="flex gap-2">
          <Button size="sm" disabled={pages.length === 0} onClick={goBack}>
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

/** Goes a page back at every press, also at one that comes before the page of the last one shows. */
function useGoBack(pages: string[], onGo: (pages: string[]) => void): () => void {
  const shown = useRef(pages)
  const wanted = useRef(pages)
  if (pages.join(" ") !== shown.current.join(" ")) {
    shown.current = pages
    wanted.current = pages
  }
  return () => {
    wanted.current = wanted.current.slice(0, -1)
    onGo(wanted.current)
  }
}
