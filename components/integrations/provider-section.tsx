"use client"
import { Radio } from "@base-ui/react/radio"
import { RadioGroup } from "@base-ui/react/radio-group"
import type { CatalogEntry } from "@/lib/domain/provider"
import { type ProviderId, providerId } from "@/lib/domain/provider-id"
import { catalog } from "@/lib/providers/catalog"
import { ProviderMark } from "./provider-mark"

/** Which kind of system to connect. */
export function ProviderSection({
  value,
  onChange,
}: {
  value: ProviderId
  onChange: (id: ProviderId) => void
}) {
  return (
    <RadioGroup
      aria-label="System"
      value={value}
      onValueChange={onChange}
      className="grid gap-3 sm:grid-cols-2"
    >
      {providerId.options.map((id) => (
        <Option key={id} entry={catalog[id]} />
      ))}
    </RadioGroup>
  )
}

function Option({ entry }: { entry: CatalogEntry }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside renders the control
    <label className="flex gap-3 rounded-md border border-line bg-surface p-3 hover:border-line-strong has-data-checked:border-accent has-data-checked:bg-accent-soft/50">
      <ProviderMark provider={entry.id} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{entry.name}</span>
        <span className="block text-ink-soft text-xs">{entry.summary}</span>
      </span>
      <Radio.Root
        value={entry.id}
        className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-line-strong bg-surface data-checked:border-accent data-checked:bg-accent"
      >
        <Radio.Indicator className="size-1.5 rounded-full bg-accent-ink" />
      </Radio.Root>
    </label>
  )
}
