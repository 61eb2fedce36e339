"use client"
import { type KeyboardEvent, type ReactNode, useId, useState } from "react"

type Tab = { id: string; label: string; content: ReactNode }

/** Views of one thing, of which one shows. Arrow keys go from tab to tab; the address does not change. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const prefix = useId()
  const [chosen, setChosen] = useState(tabs[0]?.id)
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = tabs.findIndex(({ id }) => id === chosen)
    const next = tabs.at((at + step) % tabs.length)
    if (next === undefined) return
    setChosen(next.id)
    document.getElementById(`${prefix}-${next.id}`)?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label={label} className="flex gap-1 border-line border-b px-2">
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            id={`${prefix}-${id}`}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={`${prefix}-panel`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => setChosen(id)}
            onKeyDown={move}
            className="-mb-px border-transparent border-b-2 px-2.5 py-2 text-ink-soft hover:text-ink aria-selected:border-accent aria-selected:font-medium aria-selected:text-ink"
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${prefix}-panel`} aria-labelledby={`${prefix}-${chosen}`}>
        {tabs.find(({ id }) => id === chosen)?.content}
      </div>
    </>
  )
}
