"use client"
import { Tooltip } from "@base-ui/react/tooltip"
import type { RefObject } from "react"
import { usePortalPlace } from "./portal-place"

type Props = { text: string; anchor: RefObject<HTMLElement | null>; onClose: () => void }

/** The words of a tooltip, beside what they are about; Escape takes them away. */
export default function TooltipBubble({ text, anchor, onClose }: Props) {
  return (
    <Tooltip.Root open onOpenChange={(open) => !open && onClose()}>
      <Tooltip.Portal container={usePortalPlace()}>
        <Tooltip.Positioner anchor={anchor} sideOffset={6} className="pointer-events-none z-50">
          <Tooltip.Popup className="max-w-64 rounded-md bg-ink px-2 py-1 text-canvas text-xs shadow-overlay">
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
