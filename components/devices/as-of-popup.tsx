"use client"
import { Popover } from "@base-ui/react/popover"
import { type ReactNode, useState } from "react"
import { Button } from "@/components/ui/button"
import { buttonStyles } from "@/components/ui/button-styles"
import { useClock } from "@/components/ui/clock"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { usePortalPlace } from "@/components/ui/portal-place"
import type { AsOfProps } from "./as-of-control"
import { fieldOf, momentOf } from "./local-time"

const day = 86_400_000
const jumps = [
  { label: "A day ago", ms: day },
  { label: "A week ago", ms: 7 * day },
  { label: "30 days ago", ms: 30 * day },
]

/** The choice of a time, open from the start, with the button that opens it again. */
export default function AsOfPopup({ face, value, onChange }: AsOfProps & { face: ReactNode }) {
  const [open, setOpen] = useState(true)
  const choose = (asOf: string) => {
    setOpen(false)
    onChange(asOf)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={buttonStyles({})}>{face}</Popover.Trigger>
      <Popover.Portal container={usePortalPlace()}>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={12} className="z-50">
          <Popover.Popup className="w-72 max-w-[calc(100vw-1.5rem)] rounded-lg border border-line bg-raised p-4 shadow-overlay outline-none">
            <Popover.Title className="mb-3 font-semibold">See the fleet at a past time</Popover.Title>
            <AsOfForm value={value} onChoose={choose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function AsOfForm({ value, onChoose }: { value: string; onChoose: (asOf: string) => void }) {
  const { now, timeZone } = useClock()
  const [text, setText] = useState(() => fieldOf(value, timeZone))
  const moment = momentOf(text)
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (moment !== null) onChoose(moment)
      }}
    >
      <Field label="Date and time" help={`In your time zone, ${timeZone}.`}>
        <Input
          type="datetime-local"
          value={text}
          max={fieldOf(new Date(now).toISOString(), timeZone)}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-1.5">
        {jumps.map(({ label, ms }) => (
          <Button key={label} size="sm" onClick={() => onChoose(new Date(now - ms).toISOString())}>
            {label}
          </Button>
        ))}
      </div>
      <div className="flex justify-end gap-2">
        {value !== "" && (
          <Button variant="ghost" onClick={() => onChoose("")}>
            Back to now
          </Button>
        )}
        <Button type="submit" variant="primary" disabled={moment === null}>
          Show
        </Button>
      </div>
    </form>
  )
}
