"use client"
import { ChevronLeft, ChevronRight } from "lucide-react"
import { Button } from "@/components/ui/button"
import { count, formatNumber } from "@/components/ui/format-number"
import { pageSize } from "./device-filter"

type Props = {
  page: { items: unknown[]; nextCursor: string | null; total?: number | undefined }
  /** The page asked for is not there yet: what shows is the one before, whose way on is not to be taken again. */
  isTurning: boolean
  /** Cursors of the pages gone through, the current one last. */
  pages: string[]
  onGo: (pages: string[]) => void
}

/** Which devices these are, and the pages before and after. */
export function DevicePager({ page, isTurning, pages, onGo }: Props) {
  const first = pages.length * pageSize + 1
  const last = first + page.items.length - 1
  const { nextCursor } = page
  return (
    <nav
      aria-label="Pages of devices"
      className="flex flex-wrap items-center justify-between gap-2 border-line border-t px-4 py-2"
    >
      <p className="text-ink-soft tabular-nums" aria-live="polite">
        {page.total !== undefined && page.total <= pageSize
          ? count(page.total, "device")
          : `${formatNumber(first)} to ${formatNumber(last)}${page.total === undefined ? "" : ` of ${count(page.total, "device")}`}`}
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
