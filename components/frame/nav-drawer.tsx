"use client"
import { Menu } from "lucide-react"
import { type ReactNode, useState } from "react"
import { buttonStyles } from "@/components/ui/button-styles"
import { Drawer } from "@/components/ui/drawer"
import { NavLinks } from "./nav-links"

/** The navigation on a phone, drawn in from the side. */
export function NavDrawer({ head, footer }: { head: ReactNode; footer: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-label="Open navigation"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className={buttonStyles({ variant: "ghost", size: "icon" })}
      >
        <Menu aria-hidden />
      </button>
      <Drawer open={open} onOpenChange={setOpen} title="Navigation" side="left">
        <div className="mb-4">{head}</div>
        <NavLinks onGo={() => setOpen(false)} />
        <div className="mt-auto pt-4">{footer}</div>
      </Drawer>
    </>
  )
}
