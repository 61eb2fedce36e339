"use client"
import { Menu } from "@base-ui/react/menu"
import type { ReactNode } from "react"
import type { ActionItem } from "./action-menu"
import { buttonStyles } from "./button-styles"
import { usePortalPlace } from "./portal-place"

/** The list of things to do, open from the start, with the button that opens it again. */
export default function ActionMenuPopup({ face, items }: { face: ReactNode; items: ActionItem[] }) {
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger className={buttonStyles({})}>{face}</Menu.Trigger>
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
