"use client"
import { Menu } from "@base-ui/react/menu"
import { LogOut } from "lucide-react"
import { signOut } from "next-auth/react"
import { type ReactNode, useState } from "react"
import { type Person, roleNames } from "./person"

type Props = { className: string; face: ReactNode; person: Person }

/** The menu, open from the start, with the button that opens it again. */
export default function UserMenuPopup({ className, face, person }: Props) {
  // Opened inside the landmark it belongs to rather than at the end of the page
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <div ref={setPlace}>
      <Menu.Root defaultOpen>
        <Menu.Trigger className={className}>{face}</Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner side="top" align="start" sideOffset={6} className="z-50">
            <Menu.Popup className="min-w-52 rounded-md border border-line bg-raised p-1 shadow-overlay outline-none">
              <p className="px-2 py-1.5 text-ink-soft text-xs wrap-anywhere">
                {roleNames[person.role]} of {person.accountName}
              </p>
              <Menu.Item
                onClick={() => void signOut({ callbackUrl: "/sign-in" })}
                className="flex cursor-default items-center gap-2 rounded-sm px-2 py-1.5 outline-none data-highlighted:bg-accent-soft"
              >
                <LogOut aria-hidden className="size-4 text-ink-faint" />
                Sign out
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  )
}
