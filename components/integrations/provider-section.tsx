"use client"
import { valuesOf } from "@/components/address/known-value"
import { RadioCards } from "@/components/ui/radio-cards"
import type { ProviderId } from "@/lib/domain/provider-id"
import { catalog } from "@/lib/providers/catalog"
import { ProviderMark } from "./provider-mark"

type Props = { value: ProviderId; onChange: (id: ProviderId) => void }

/** Which kind of system to connect. */
export function ProviderSection({ value, onChange }: Props) {
  return (
    <RadioCards
      label="System"
      value={value}
      choices={valuesOf(catalog).map((id) => ({ value: id, content: <Provider id={id} /> }))}
      onChange={onChange}
      className="grid gap-3 sm:grid-cols-2"
    />
  )
}

function Provider({ id }: { id: ProviderId }) {
  return (
    <>
      <ProviderMark provider={id} />
      <span className="min-w-0">
        <span className="block font-medium">{catalog[id].name}</span>
        <span className="block text-ink-soft text-xs">{catalog[id].summary}</span>
      </span>
    </>
  )
}
