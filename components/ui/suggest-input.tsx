"use client"
import { Autocomplete } from "@base-ui/react/autocomplete"
import { controlStyles } from "./input"
import type { Choice } from "./select"

type Props = {
  value: string
  /** What is offered; any other text is taken as well. */
  choices: Choice[]
  onChange: (value: string) => void
  placeholder?: string
  label?: string
}

const shown = 60

/** A text input that offers known values while typing. The value is kept, the label is shown beside it. */
export function SuggestInput({ value, choices, onChange, placeholder = "", label }: Props) {
  const named = choices.find((choice) => choice.value === value)
  return (
    <Autocomplete.Root
      items={choices}
      value={value}
      onValueChange={onChange}
      openOnInputClick
      limit={shown}
      itemToStringValue={(choice: Choice) => choice.value}
      filter={(choice: Choice, query: string) => query === named?.value || matches(choice, query)}
    >
      <Autocomplete.Input
        className={controlStyles}
        placeholder={placeholder}
        {...(label !== undefined && { "aria-label": label })}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-50 outline-none">
          <Autocomplete.Popup className="max-h-[min(18rem,var(--available-height))] w-(--anchor-width) overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-overlay outline-none data-empty:hidden">
            <Autocomplete.List>
              {(choice: Choice) => (
                <Autocomplete.Item
                  key={choice.value}
                  value={choice}
                  className="cursor-default rounded-sm px-2 py-1.5 text-sm outline-none data-highlighted:bg-accent-soft"
                >
                  <span className="block wrap-anywhere">{choice.label}</span>
                  {choice.label !== choice.value && (
                    <span className="block font-mono text-ink-faint text-xs wrap-anywhere">
                      {choice.value}
                    </span>
                  )}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
      {named !== undefined && named.label !== value && (
        <p className="mt-1 text-ink-soft text-xs">{named.label}</p>
      )}
    </Autocomplete.Root>
  )
}

function matches(choice: Choice, query: string): boolean {
  return `${choice.label} ${choice.value}`.toLowerCase().includes(query.trim().toLowerCase())
}
