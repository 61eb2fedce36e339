"use client"
import { Menu } from "@base-ui/react/menu"
import { ChevronDown, type LucideIcon } from "lucide-react"
import { buttonStyles } from "./button-styles"
import { usePortalPlace } from "./portal-place"

export type ActionItem = {
  label: string
  Icon: LucideIcon
  /** What it does in a few words, or why it cannot be done. */
  note: string
  disabled: boolean
  onSelect: () => void
}

/** A button that opens a short list of things to do. */
export function ActionMenu({ label, items }: { label: string; items: ActionItem[] }) {
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonStyles({})}>
        {label} <ChevronDown aria-hidden />
      </Menu.Trigger>
      <Menu.Portal container={usePortalPlace()}>
        <Menu.Positioner align="end" sideOffset={4} collisionPadding={12} className="z-50">
          <Menu.Popup className="w-80 max-w-[calc(100vw-1.5rem)] rounded-md border border-line bg-raised p-1 shadow-overlay outline-none">
            {items.map(({ label, Icon, note, disabled, onSelect }) => (
              <Menu.Item
                key={label}
                disabled={disabled}
                onClick={onSelect}
                className="flex cursor-default gap-2.5 rounded-sm px-2 py-1.5 outline-none data-highlighted:bg-accent-soft"
              >
                <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
                <span className="min-w-0">
                  <span className={`block font-medium ${disabled ? "text-ink-faint" : ""}`}>{label}</span>
                  <span className="block text-ink-soft text-xs">{note}</span>
                </span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
