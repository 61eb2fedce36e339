"use client"
import { Search } from "lucide-react"
import { lazy, useEffect, useState } from "react"
import { FetchedPart } from "@/components/ui/fetched-part"
import { useOnceOpened } from "@/components/ui/use-once-opened"
import type { Role } from "@/lib/domain/account"
import type { ActionResult } from "@/lib/domain/action-result"
import type { SyncStarted } from "@/lib/domain/integration"

export type PaletteProps = {
  role: Role
  sync: (input: { integrationId: string }) => Promise<ActionResult<SyncStarted>>
}

const load = () => import("./command-window")
const Window = lazy(load)

/** Finds a page, a device or an integration by typing, and starts a sync. Ctrl K or ⌘ K opens it anywhere. */
export function CommandPalette(props: PaletteProps) {
  const [open, setOpen] = useState(false)
  const wasOpened = useOnceOpened(open)
  useShortcut(() => setOpen((before) => !before))
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={() => void load()}
        onClick={() => setOpen(true)}
        className="flex h-8 w-full items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-ink-soft hover:border-line-strong hover:text-ink max-md:size-8 max-md:justify-center max-md:border-transparent max-md:bg-transparent max-md:p-0"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="max-md:sr-only">Search or go to</span>
        <kbd
          aria-hidden
          className="ml-auto rounded-sm border border-line px-1 font-sans text-ink-faint text-xs max-md:hidden"
        >
          Ctrl K
        </kbd>
      </button>
      {wasOpened && (
        <FetchedPart name="The search" fallback={null}>
          <Window open={open} onOpenChange={setOpen} {...props} />
        </FetchedPart>
      )}
    </>
  )
}

function useShortcut(run: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
      event.preventDefault()
      run()
    }
    window.addEventListener("keydown", hear)
    return () => window.removeEventListener("keydown", hear)
  }, [run])
}
