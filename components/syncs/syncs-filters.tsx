"use client"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { type SyncMode, syncMode, syncStatus } from "@/lib/domain/sync-log"
import { statusNames } from "./sync-wording"
import { isFiltered, type SyncsAddress } from "./syncs-address"

type Props = {
  address: SyncsAddress
  sources: { id: string; name: string }[]
  onChange: (change: Partial<SyncsAddress>) => void
}

const modeNames: Record<SyncMode, string> = { sync: "Syncs", preview: "Previews", replay: "Replays" }

const statuses = [
  { value: "", label: "Every outcome" },
  ...syncStatus.options.map((value) => ({ value, label: statusNames[value] })),
]
const modes = [
  { value: "", label: "Every kind" },
  ...syncMode.options.map((value) => ({ value, label: modeNames[value] })),
]

/** Which runs are shown; each change goes into the address. */
export function SyncsFilters({ address, sources, onChange }: Props) {
  const integrations = [
    { value: "", label: "Every integration" },
    ...sources.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        label="Integration"
        className="w-52 max-sm:w-full"
        value={address.integration}
        choices={integrations}
        onChange={(integration) => onChange({ integration })}
      />
      <Select
        label="Outcome"
        className="w-36 max-sm:w-[calc(50%-0.25rem)]"
        value={address.status}
        choices={statuses}
        onChange={(status) => onChange({ status: syncStatus.safeParse(status).data ?? "" })}
      />
      <Select
        label="Kind"
        className="w-32 max-sm:w-[calc(50%-0.25rem)]"
        value={address.mode}
        choices={modes}
        onChange={(mode) => onChange({ mode: syncMode.safeParse(mode).data ?? "" })}
      />
      {isFiltered(address) && (
        <Button variant="ghost" onClick={() => onChange({ integration: "", status: "", mode: "" })}>
          Clear filters
        </Button>
      )}
    </div>
  )
}
