"use client"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"
import type { Role } from "@/lib/domain/account"

type Props = { hasSources: boolean; role: Role; onShowRemoved: () => void }

/** The inventory before its first device, or once all are removed. */
export function NoDevices({ hasSources, role, onShowRemoved }: Props) {
  return (
    <Panel>
      <EmptyState
        title="No devices yet"
        actions={
          <>
            <LinkButton
              href={hasSources || role !== "ADMIN" ? "/settings/integrations" : "/settings/integrations/new"}
              variant="primary"
            >
              {hasSources || role !== "ADMIN" ? "Go to integrations" : "Connect a system"}
            </LinkButton>
            <Button onClick={onShowRemoved}>Show removed devices</Button>
          </>
        }
      >
        {hasSources
          ? "A system is connected but has brought in no devices. Sync it to read them now."
          : "Devices come from the systems you connect. You can also add them by hand."}
      </EmptyState>
    </Panel>
  )
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
