"use client"
import { Button } from "./button"

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }

/** The way to the rest of a list that is read page by page; nothing when all of it is there. */
export function LoadMore({ list, note }: { list: Pages; note?: string }) {
  if (!list.hasNextPage) return null
  return (
    <div className="flex flex-wrap items-center justify-center gap-3 border-line border-t p-2">
      {note !== undefined && <p className="text-ink-faint text-xs">{note}</p>}
      <Button size="sm" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        Load more
      </Button>
    </div>
  )
}
