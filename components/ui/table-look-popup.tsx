"use client"
import { Popover } from "@base-ui/react/popover"
import type { ReactNode } from "react"
import { buttonStyles } from "./button-styles"
import { usePortalPlace } from "./portal-place"
import { Segmented } from "./segmented"
import type { LookMenuProps } from "./table-look-menu"

/** The choices, open from the start, with the button that opens them again. */
export default function TableLookPopup({
  face,
  columns,
  look,
  onChange,
}: LookMenuProps & { face: ReactNode }) {
  const { hidden, isDense } = look
  const show = (id: string, isShown: boolean) =>
    onChange({ hidden: isShown ? hidden.filter((other) => other !== id) : [...hidden, id] })
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger className={buttonStyles({})}>{face}</Popover.Trigger>
      <Popover.Portal container={usePortalPlace()}>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={12} className="z-50">
          <Popover.Popup className="w-56 rounded-lg border border-line bg-raised p-3 shadow-overlay outline-none">
            <Popover.Title className="mb-2 font-semibold">View</Popover.Title>
            <Segmented
              label="Rows"
              value={isDense ? "dense" : "roomy"}
              segments={[
                { value: "roomy", label: "Roomy" },
                { value: "dense", label: "Dense" },
              ]}
              onChange={(value) => onChange({ isDense: value === "dense" })}
            />
            <p className="mt-3 mb-1 text-ink-faint text-xs">Columns</p>
            <ul>
              {columns.map(({ id, name }) => (
                <li key={id}>
                  <label className="flex items-center gap-2 rounded-sm py-1">
                    <input
                      type="checkbox"
                      checked={!hidden.includes(id)}
                      onChange={(event) => show(id, event.target.checked)}
                      className="tick"
                    />
                    {name}
                  </label>
                </li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
