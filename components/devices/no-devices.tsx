"use client"
import { useQuery } from "@tanstack/react-query"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"
import type { Role } from "@/lib/domain/account"
import { devicesQuery } from "@/lib/queries/devices"

type Props = { hasSources: boolean; role: Role; onShowRemoved: () => void }

/** The inventory before its first device, or once all are removed. */
export function NoDevices({ hasSources, role, onShowRemoved }: Props) {
  const removed = useQuery(devicesQuery({ status: "retired", limit: 1 })).data
  const hasRemoved = removed === undefined ? null : removed.items.length > 0
  const canOnlyLook = hasSources || role !== "ADMIN"
  return (
    <Panel>
      <EmptyState
        title="No devices"
        actions={
          <>
            <LinkButton
              href={canOnlyLook ? "/settings/integrations" : "/settings/integrations/new"}
              variant="primary"
            >
              {canOnlyLook ? "Go to integrations" : "Connect a system"}
            </LinkButton>
            {hasRemoved === true && <Button onClick={onShowRemoved}>Show removed devices</Button>}
          </>
        }
      >
        {whyNone({ hasRemoved, hasSources })}
      </EmptyState>
    </Panel>
  )
}

/** `hasRemoved` is null until that is known. */
function whyNone({ hasRemoved, hasSources }: { hasRemoved: boolean | null; hasSources: boolean }): string {
  if (hasRemoved === true)
    return "All devices that were here are removed. One that a system reports again comes back."
  if (hasRemoved === false && hasSources)
    return "A system is connected, but none of its devices are here. Sync it to read them now."
  return "Devices come from the systems you connect. You can also add them by hand."
}

/** A search or filter that nothing fits. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState title="No device fits" actions={<Button onClick={onClear}>Clear filters</Button>}>
      Search looks for parts of a name, serial number, model, person or id. Removed devices show only when the
      status filter asks for them.
    </EmptyState>
  )
}

/** A past time at which there was no device yet. */
export function NoneThen() {
  return <EmptyState title="No devices yet">At that time the inventory was empty.</EmptyState>
}
