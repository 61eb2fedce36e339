"use client"
import { Dialog } from "@base-ui/react/dialog"
import { X } from "lucide-react"
import { backdropStyles } from "./backdrop-styles"
import { buttonStyles } from "./button-styles"
import type { DialogProps } from "./dialog"

/** A dialog's window, in the middle of the page. */
export default function DialogWindow({
  open,
  onOpenChange,
  title,
  lead,
  wide = false,
  children,
}: DialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyles} />
        <Dialog.Popup
          className={`fixed top-1/2 left-1/2 z-40 flex max-h-[min(44rem,92dvh)] w-[calc(100vw-1.5rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line bg-raised shadow-overlay outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 ${wide ? "max-w-5xl" : "max-w-lg"}`}
        >
          <div className="flex items-start gap-4 border-line border-b px-5 py-3.5">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="font-semibold text-base wrap-anywhere">{title}</Dialog.Title>
              {lead !== undefined && (
                <Dialog.Description className="text-ink-soft">{lead}</Dialog.Description>
              )}
            </div>
            <Dialog.Close aria-label="Close" className={buttonStyles({ variant: "ghost", size: "icon" })}>
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <div className="dialog-body min-h-0 overflow-y-auto">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
