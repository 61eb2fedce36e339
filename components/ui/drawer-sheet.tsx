"use client"
import { Dialog } from "@base-ui/react/dialog"
import { X } from "lucide-react"
import { backdropStyles } from "./backdrop-styles"
import { buttonStyles } from "./button-styles"
import type { DrawerProps } from "./drawer"

const sides = {
  left: "left-0 w-72 max-w-[85vw] border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
  right:
    "right-0 w-[28rem] max-w-[92vw] border-l data-ending-style:translate-x-full data-starting-style:translate-x-full",
}

/** A drawer's sheet, as high as the page. */
export default function DrawerSheet({ open, onOpenChange, title, side, children }: DrawerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyles} />
        <Dialog.Popup
          className={`fixed inset-y-0 z-40 flex flex-col border-line bg-canvas p-3 shadow-overlay outline-none transition-transform ${sides[side]}`}
        >
          <div className="mb-3 flex items-center justify-between pl-2.5">
            <Dialog.Title className="font-semibold wrap-anywhere">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={`Close ${title.toLowerCase()}`}
              className={buttonStyles({ variant: "ghost", size: "icon" })}
            >
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
