"use client"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"
import type { Listing } from "@/lib/domain/listing"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import { DecidedHolds } from "./decided-holds"
import { OpenHold } from "./open-hold"
import { useOpenHolds } from "./open-holds"

/** Removals and lists that wait for an admin, and below them those that were decided (N-HOLD). */
export function HoldsView({ all }: { all: Listing<RemovalHoldView> }) {
  const { items } = useOpenHolds()
  return (
    <div className="space-y-4">
      {items.length === 0 && <NothingHeld />}
      {items.map((hold) => (
        <OpenHold key={hold.id} hold={hold} />
      ))}
      <DecidedHolds initial={all} />
    </div>
  )
}

function NothingHeld() {
  return (
    <Panel>
      <EmptyState
        title="Nothing waits for you"
        actions={<LinkButton href="/settings/integrations">Go to integrations</LinkButton>}
      >
        When unusually many records are gone from a source at once, or a list to be published is empty or far
        smaller than before, Rollcall keeps what there is and asks an admin here first. How much that is, each
        integration’s settings say.
      </EmptyState>
    </Panel>
  )
}
