"use client"
import { Dialog } from "@base-ui/react/dialog"
import { Menu, X } from "lucide-react"
import { type ReactNode, useState } from "react"
import { buttonStyles } from "@/components/ui/button-styles"
import { backdropStyles } from "@/components/ui/dialog"
import { NavLinks } from "./nav-links"

/** The navigation on a phone, drawn in from the side. */
export function NavDrawer({ footer }: { footer: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-label="Open navigation"
        className={buttonStyles({ variant: "ghost", size: "icon" })}
      >
        <Menu aria-hidden />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyles} />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-40 flex w-72 max-w-[85vw] flex-col border-line border-r bg-canvas p-3 shadow-overlay outline-none transition-transform data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <div className="mb-3 flex items-center justify-between pl-2.5">
            <Dialog.Title className="font-semibold">Rollcall</Dialog.Title>
            <Dialog.Close
              aria-label="Close navigation"
              className={buttonStyles({ variant: "ghost", size: "icon" })}
            >
              <X aria-hidden />
            </Dialog.Close>
          </div>
          <NavLinks onGo={() => setOpen(false)} />
          <div className="mt-auto">{footer}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
