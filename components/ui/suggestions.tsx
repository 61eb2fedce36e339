"use client"
import { Autocomplete } from "@base-ui/react/autocomplete"
import { useState } from "react"
import type { useField } from "./field"
import { controlStyles } from "./input"
import { usePortalPlace } from "./portal-place"
import type { Choice } from "./select"
import type { SuggestProps } from "./suggest-input"

const shown = 60

/** The input with its list. */
export default function Suggestions(props: SuggestProps & { field: ReturnType<typeof useField> }) {
  const { value, choices, onChange, placeholder = "", field } = props
  const named = nameApart(choices)
  const text = named.find((choice) => choice.value === value)?.label ?? value
  // What was typed since the list opened narrows it; the value that was there before does not
  const [typed, setTyped] = useState("")
  return (
    <Autocomplete.Root
      items={named}
      value={text}
      onValueChange={(next) => {
        setTyped(next)
        onChange(named.find((choice) => choice.label === next)?.value ?? next)
      }}
      onOpenChange={(open) => open && setTyped("")}
      openOnInputClick
      limit={shown}
      itemToStringValue={(choice: Choice) => choice.label}
      filter={(choice: Choice) => matches(choice, typed)}
    >
      <Autocomplete.Input {...field} className={controlStyles} placeholder={placeholder} spellCheck={false} />
      <Autocomplete.Portal container={usePortalPlace()}>
        <Autocomplete.Positioner sideOffset={4} className="z-50 outline-none">
          <Autocomplete.Popup className="max-h-[min(18rem,var(--available-height))] w-(--anchor-width) overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-overlay outline-none data-empty:hidden">
            <Autocomplete.List>
              {(choice: Choice) => (
                <Autocomplete.Item
                  key={choice.value}
                  value={choice}
                  className="cursor-default rounded-sm px-2 py-1.5 text-sm wrap-anywhere outline-none data-highlighted:bg-accent-soft"
                >
                  {choice.label}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}

/** Two values of one name are told apart by the value. */
function nameApart(choices: Choice[]): Choice[] {
  const seen = new Map<string, number>()
  for (const { label } of choices) seen.set(label, (seen.get(label) ?? 0) + 1)
  return choices.map(({ value, label }) => ({
    value,
    label: seen.get(label) === 1 ? label : `${label} (${value})`,
  }))
}

function matches({ label, value }: Choice, typed: string): boolean {
  return `${label} ${value}`.toLowerCase().includes(typed.trim().toLowerCase())
}
