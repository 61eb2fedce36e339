"use client"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import type { IntegrationView } from "@/lib/domain/integration"
import type { IntegrationActions } from "./integration-actions"
import { paceOf, readPace } from "./pace-draft"
import { PaceFields } from "./pace-fields"
import { useSaveSettings } from "./use-save-settings"

type Props = { integration: IntegrationView; change: IntegrationActions["changeSyncSettings"] }

/** How often each stream is read and how fast; saved by itself. */
export function PaceSection({ integration, change }: Props) {
  const [draft, setDraft] = useState(() => paceOf(integration))
  const { settings, error } = readPace(draft)
  const { run: save, isPending, failure } = useSaveSettings(integration.id, change, "The pace was saved")
  return (
    <Panel title="Pace">
      <form
        className="space-y-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (settings !== null) save(settings)
        }}
      >
        <PaceFields draft={draft} error={error} onChange={setDraft} />
        {failure !== null && <Notice tone="bad" title={failure} />}
        <div className="flex justify-end">
          <Button type="submit" busy={isPending} disabled={settings === null}>
            Save pace
          </Button>
        </div>
      </form>
    </Panel>
  )
}
