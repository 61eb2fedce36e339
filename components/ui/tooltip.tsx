"use client"
import { Tooltip as Base } from "@base-ui/react/tooltip"
import type { ReactElement } from "react"
import { usePortalPlace } from "./portal-place"

/** A few words about a control on hover and focus. Never the only place where something needed is said. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Base.Root>
      <Base.Trigger delay={300} render={children} aria-description={text} />
      <Base.Portal container={usePortalPlace()}>
        <Base.Positioner sideOffset={6} className="z-50">
          <Base.Popup className="max-w-64 rounded-md bg-ink px-2 py-1 text-canvas text-xs shadow-overlay">
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
