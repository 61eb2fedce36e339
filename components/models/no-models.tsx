"use client"
import { useQuery } from "@tanstack/react-query"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"
import { modelsQuery } from "@/lib/queries/device-models"

/** The models before the first, or once all are removed. */
export function NoModels({ onShowRemoved }: { onShowRemoved: () => void }) {
  const removed = useQuery(modelsQuery({ includeRetired: true, limit: 1 })).data
  const hasRemoved = removed !== undefined && removed.items.length > 0
  return (
    <Panel>
      <EmptyState
        title="No models"
        actions={
          <>
            <LinkButton href="/settings/integrations" variant="primary">
              Go to integrations
            </LinkButton>
            {hasRemoved && <Button onClick={onShowRemoved}>Show removed models</Button>}
          </>
        }
      >
        {hasRemoved && "All models that were here are removed. "}
        Models come from systems that know kinds of device, such as AWS IoT with its thing types. You can also
        add them by hand: a device that names a model waits until the model is here.
      </EmptyState>
    </Panel>
  )
}
