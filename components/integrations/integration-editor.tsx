"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { ScheduleFields } from "@/components/schedule/schedule-fields"
import { Panel } from "@/components/ui/panel"
import { toast } from "@/components/ui/toast"
import type { IntegrationView } from "@/lib/domain/integration"
import type { CatalogEntry } from "@/lib/domain/provider"
import { integrationsQuery } from "@/lib/queries/integrations"
import { AllowanceNote } from "./allowance-note"
import { ConnectionSection } from "./connection-section"
import { EditorFooter } from "./editor-footer"
import type { EditActions } from "./integration-actions"
import { accessOf, connectionOf, draftOf, type IntegrationDraft, updateOf } from "./integration-draft"
import { ScopeSection } from "./scope-section"
import { syncWords } from "./sync-words"
import { useCheck } from "./use-check"

type Props = { integration: IntegrationView; entry: CatalogEntry; actions: EditActions }

const several = "By the schedules below, as far as there are any"

/** The wizard's sections over an existing integration. Stored credentials are kept unless typed anew. */
export function IntegrationEditor({ integration, entry, actions }: Props) {
  const [draft, setDraft] = useState(() => draftOf(integration, entry))
  const change = (part: Partial<IntegrationDraft>) => setDraft((before) => ({ ...before, ...part }))
  const inputOf = (of: IntegrationDraft) => ({ integrationId: integration.id, ...connectionOf(of, entry) })
  const check = useCheck(actions.check, {
    input: inputOf(draft),
    access: accessOf(draft, entry),
  })
  const save = useSave({ integration, actions, update: updateOf(draft, entry) })
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.run(true)
      }}
    >
      <Panel title="Connection">
        <div className="p-4">
          <ConnectionSection
            entry={entry}
            draft={draft}
            onChange={change}
            errors={save.errors}
            check={check}
            sample={{ fetch: actions.sample, inputOf }}
            stored={integration.credentialKeys}
            isConnected
          />
        </div>
      </Panel>
      <Panel title="Settings">
        <div className="p-4">
          <ScopeSection
            entry={entry}
            draft={draft}
            onChange={change}
            errors={save.errors}
            check={check.state}
          />
        </div>
      </Panel>
      <Panel title="Schedule">
        <div className="p-4">
          <ScheduleFields
            words={syncWords(nounOfProvider(integration.provider))}
            draft={draft.schedule}
            onChange={(part) => change({ schedule: { ...draft.schedule, ...part } })}
            errors={save.errors}
            {...(entry.schedules !== undefined && { others: several })}
          />
          <div className="mt-4 empty:hidden">
            <AllowanceNote check={check.state} schedule={draft.schedule} />
          </div>
        </div>
      </Panel>
      <EditorFooter save={save} />
    </form>
  )
}

type Saving = Omit<Props, "entry"> & { update: ReturnType<typeof updateOf> }

function useSave({ integration, actions, update }: Saving) {
  const router = useRouter()
  const cache = useQueryClient()
  return useAction({
    act: (check: boolean) => actions.update({ integrationId: integration.id, integration: update, check }),
    onDone: async ({ name }) => {
      await cache.invalidateQueries(integrationsQuery())
      toast(`${name} was saved`)
      router.push("/settings/integrations")
    },
    unanswered: "Nothing was saved; try again.",
  })
}
