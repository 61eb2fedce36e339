"use client"
import { Menu } from "@base-ui/react/menu"
import { Check } from "lucide-react"
import { type ReactNode, useState } from "react"
import { toastFailure } from "@/components/ui/toast"
import { startAnewEverywhere } from "./account-channel"
import type { AccountPlaceProps } from "./account-place"

type Props = AccountPlaceProps & { className: string; face: ReactNode }

/** The menu of accounts, open from the start, with the button that opens it again. */
export default function AccountChoice({ id, all, choose, className, face }: Props) {
  // Opened inside the landmark it belongs to rather than at the end of the page
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const change = async (accountId: string) => {
    if (accountId === id) return
    const result = await choose({ accountId }).catch(() => null)
    if (result?.ok === true) return startAnewEverywhere()
    toastFailure("The account was not changed", result?.message ?? "Rollcall cannot be reached. Try again.")
  }
  return (
    <div ref={setPlace}>
      <Menu.Root defaultOpen>
        <Menu.Trigger className={className}>{face}</Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner align="start" sideOffset={4} className="z-50">
            <Menu.Popup className="max-h-80 w-56 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-overlay outline-none">
              <Menu.RadioGroup value={id} onValueChange={(chosen: string) => void change(chosen)}>
                {all.map((account) => (
                  <Menu.RadioItem
                    key={account.id}
                    value={account.id}
                    className="flex cursor-default items-center gap-2 rounded-sm px-2 py-1.5 outline-none data-highlighted:bg-accent-soft"
                  >
                    <span className="min-w-0 flex-1 wrap-anywhere">{account.name}</span>
                    <Menu.RadioItemIndicator>
                      <Check aria-hidden className="size-4 text-accent" />
                    </Menu.RadioItemIndicator>
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  )
}
