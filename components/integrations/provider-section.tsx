"use client"
import { valuesOf } from "@/components/address/known-value"
import { RadioCards } from "@/components/ui/radio-cards"
import type { Catalog, CatalogEntry } from "@/lib/domain/provider"
import type { ProviderFamily, ProviderId } from "@/lib/domain/provider-id"
import { ProviderMark } from "./provider-mark"

type Props = { catalog: Catalog; value: ProviderId; onChange: (id: ProviderId) => void }

/** What each family is called; a family without a provider does not show. */
const families: Record<ProviderFamily, string> = {
  mdm: "Mobile device management",
  iot: "Internet of things",
  workstudio: "Field work",
  "master-data": "Master data",
}

/** Which kind of system to connect, by family. */
export function ProviderSection(props: Props) {
  return (
    <div className="flex flex-col gap-5">
      {valuesOf(families).map((family) => (
        <Family key={family} family={family} {...props} />
      ))}
    </div>
  )
}

function Family({ family, catalog, value, onChange }: Props & { family: ProviderFamily }) {
  const ids = valuesOf(catalog).filter((id) => catalog[id].family === family)
  if (ids.length === 0) return null
  return (
    <div>
      <h3 className="mb-2 font-medium text-ink-soft text-xs">{families[family]}</h3>
      <RadioCards
        label={families[family]}
        value={value}
        choices={ids.map((id) => ({ value: id, content: <Provider entry={catalog[id]} /> }))}
        onChange={onChange}
        className="grid gap-3 sm:grid-cols-2"
      />
    </div>
  )
}

function Provider({ entry }: { entry: CatalogEntry }) {
  return (
    <>
      <ProviderMark provider={entry.id} />
      <span className="min-w-0">
        <span className="block font-medium">{entry.name}</span>
        <span className="block text-ink-soft text-xs">{entry.summary}</span>
      </span>
    </>
  )
}
