"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useState } from "react"
import { countOf, nounTitle, nounWord } from "@/components/inventory/noun-wording"
import { ErrorState } from "@/components/ui/error-state"
import { Input } from "@/components/ui/input"
import { LoadMore } from "@/components/ui/load-more"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import type { Role } from "@/lib/domain/account"
import { nounOf } from "@/lib/domain/noun-of"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import { heldRecordsQuery } from "@/lib/queries/holds"
import { DecisionBar } from "./decision-bar"
import { findHeld } from "./find-held"
import { HeldTable } from "./held-table"
import type { HoldActions } from "./hold-actions"

type Props = { hold: RemovalHoldView; role: Role; actions: HoldActions }

/** What waits in a hold: searched among those loaded, chosen, and decided over. */
export function HeldRecords({ hold, role, actions }: Props) {
  const held = useInfiniteQuery(heldRecordsQuery(hold.id))
  const [search, setSearch] = useState("")
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const loaded = held.data?.pages.flatMap((page) => page.items) ?? []
  const shown = findHeld(loaded, search)
  // What another admin decided meanwhile is no longer there to be chosen
  const waiting = loaded
    .filter(({ externalId }) => chosen.has(externalId))
    .map(({ externalId }) => externalId)
  const noun = nounOf[hold.stream]
  return (
    <Panel title={`${nounTitle(noun)} that wait`}>
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2.5">
        <Input
          role="searchbox"
          aria-label={`Search the ${nounWord(noun)}s that wait`}
          placeholder="Name, serial number or id"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="min-w-48 flex-1 md:max-w-72"
        />
        <DecisionBar
          hold={hold}
          chosen={waiting}
          role={role}
          actions={actions}
          onDecided={() => setChosen(new Set())}
        />
      </div>
      {held.isPending && (
        <div className="p-4">
          <Skeleton className="h-6" />
        </div>
      )}
      {held.error !== null && (
        <ErrorState
          title={`The ${nounWord(noun)}s cannot be shown`}
          error={held.error}
          retry={() => void held.refetch()}
        />
      )}
      {held.isSuccess && shown.length === 0 && (
        <p className="px-4 py-3 text-ink-soft">
          {loaded.length === 0
            ? `No ${nounWord(noun)} waits any more.`
            : `None of the loaded ${nounWord(noun)}s fits.`}
        </p>
      )}
      {shown.length > 0 && <HeldTable records={shown} noun={noun} chosen={chosen} onChoose={setChosen} />}
      <LoadMore list={held} note={`${countOf(loaded.length, noun)} loaded of ${hold.records}`} />
    </Panel>
  )
}
