"use client"
import { Menu } from "@base-ui/react/menu"
import { ChevronsUpDown, LogOut } from "lucide-react"
import { signOut } from "next-auth/react"
import { useState } from "react"
import type { Role } from "@/lib/domain/account"

export type Person = { name: string; role: Role; accountName: string }

const roleNames: Record<Role, string> = { ADMIN: "Admin", MEMBER: "Member", VIEWER: "Viewer" }

/** Who is signed in, where, and the way out. */
export function UserMenu({ person }: { person: Person }) {
  // Opened inside the landmark it belongs to rather than at the end of the page
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <div ref={setPlace}>
      <Menu.Root>
        <Menu.Trigger className="flex w-full min-w-0 items-center gap-2 rounded-md p-1.5 text-left hover:bg-line/50">
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent text-xs"
          >
            {initialsOf(person.name)}
          </span>
          <span className="min-w-0 flex-1 leading-tight">
            <span className="block truncate font-medium">{person.name}</span>
            <span className="block truncate text-ink-faint text-xs">{person.accountName}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner side="top" align="start" sideOffset={6} className="z-50">
            <Menu.Popup className="min-w-52 rounded-md border border-line bg-raised p-1 shadow-overlay outline-none">
              <p className="px-2 py-1.5 text-ink-faint text-xs">
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

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "")
  return letters.join("").toUpperCase() || "?"
}
