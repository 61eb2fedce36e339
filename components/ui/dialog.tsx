"use client"
import { Dialog as Base } from "@base-ui/react/dialog"
import { X } from "lucide-react"
import type { ReactNode } from "react"
import { twMerge } from "tailwind-merge"
import { buttonStyles } from "./button-styles"

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  lead?: string
  /** Widens it for tables. */
  wide?: boolean
  children: ReactNode
}

/** A window over the page; Escape and a press outside close it, the focus returns to where it was. */
export function Dialog({ open, onOpenChange, title, lead, wide = false, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropStyles} />
        <Base.Popup
          className={twMerge(
            "fixed top-1/2 left-1/2 z-40 flex max-h-[min(44rem,92dvh)] w-[calc(100vw-1.5rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line bg-raised shadow-overlay outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0",
            wide ? "max-w-5xl" : "max-w-lg",
          )}
        >
          <header className="flex items-start gap-4 border-line border-b px-5 py-3.5">
            <div className="min-w-0 flex-1">
              <Base.Title className="font-semibold text-base wrap-anywhere">{title}</Base.Title>
              {lead !== undefined && <Base.Description className="text-ink-soft">{lead}</Base.Description>}
            </div>
            <Base.Close aria-label="Close" className={buttonStyles({ variant: "ghost", size: "icon" })}>
              <X aria-hidden />
            </Base.Close>
          </header>
          <div className="min-h-0 overflow-y-auto">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

export const backdropStyles =
  "fixed inset-0 z-40 bg-black/40 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
