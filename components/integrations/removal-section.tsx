"use client"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import type { IntegrationView } from "@/lib/domain/integration"
import type { IntegrationActions } from "./integration-actions"
import { limitWords, readPolicy } from "./removal-limit"
import { useSaveSettings } from "./use-save-settings"

type Props = { integration: IntegrationView; change: IntegrationActions["changeSyncSettings"] }

/** How many removals at once are made without asking an admin (N-HOLD); saved by itself. */
export function RemovalSection({ integration, change }: Props) {
  const { removalPolicy, deviceCount } = integration
  const [draft, setDraft] = useState({
    records: String(removalPolicy.records),
    percent: String(removalPolicy.percent),
  })
  const { policy, errors } = readPolicy(draft)
  const {
    run: save,
    isPending,
    failure,
  } = useSaveSettings(integration.id, change, "The removal limits were saved")
  return (
    <Panel title="Removals">
      <form
        className="space-y-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (policy !== null) save({ removalPolicy: policy })
        }}
      >
        <p className="text-ink-soft text-pretty">
          A device is removed once two complete reads in a row no longer hold it. When more than the larger of
          these two limits would go at once, or a read comes back empty, their removal waits for an admin;
          everything else goes on.
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Devices at once" errors={errors.records}>
            <Input
              inputMode="numeric"
              value={draft.records}
              onChange={(event) => setDraft({ ...draft, records: event.target.value })}
            />
          </Field>
          <Field label="Percent of the known devices" errors={errors.percent}>
            <Input
              inputMode="decimal"
              value={draft.percent}
              onChange={(event) => setDraft({ ...draft, percent: event.target.value })}
            />
          </Field>
        </div>
        {failure !== null && <Notice tone="bad" title={failure} />}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-faint text-xs">{policy !== null && limitWords(policy, deviceCount)}</p>
          <Button type="submit" busy={isPending} disabled={policy === null}>
            Save removal limits
          </Button>
        </div>
      </form>
    </Panel>
  )
}
