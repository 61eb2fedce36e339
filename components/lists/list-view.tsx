"use client"
import { useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { lazy } from "react"
import { useAddress } from "@/components/address/use-address"
import type { IntegrationActions } from "@/components/integrations/integration-actions"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import { FetchedPart } from "@/components/ui/fetched-part"
import { joinClasses } from "@/components/ui/join-classes"
import { LinkButton } from "@/components/ui/link-button"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import type { Role } from "@/lib/domain/account"
import type { IntegrationView } from "@/lib/domain/integration"
import type { ListPage } from "@/lib/domain/published-list"
import { type ListFilter, publishedListQuery } from "@/lib/queries/lists"
import { ItemsPanel } from "./items-panel"
import { filterOf, placeOf, readAddress, versionsPath, writeAddress } from "./list-address"
import { ListNotices } from "./list-notices"
import { SourceSelect } from "./list-switch"
import { LookupPanel } from "./lookup-panel"
import { PublishNow, useCurrent } from "./publish-now"
import { ServedPanel } from "./served-panel"
import type { Publisher, ShownList } from "./shown-list"

const SourcePanel = lazy(() => import("./source-panel"))

type Props = {
  list: ShownList
  /** Null while the list cannot be read. */
  initial: { filter: ListFilter; page: ListPage } | null
  /** The one whose list it is, and all that publish this list. */
  integration: IntegrationView
  publishers: Publisher[]
  role: Role
  actions: Pick<IntegrationActions, "sync" | "changeSyncSettings">
}

const place = { read: readAddress, write: writeAddress, anew: { pages: [] } }

/** A published list as readers are given it: what it says about something, where it comes from, and every entry (S1-READ). */
export function ListView({ list, initial, integration, publishers, role, actions }: Props) {
  const { address, go } = useAddress(place)
  const router = useRouter()
  const choose = (source: string) => router.push(writeAddress({ ...address, source, pages: [] }))
  const current = useCurrent(integration)
  const filter = filterOf(address)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...publishedListQuery(filter),
    ...(initial !== null &&
      JSON.stringify(filter) === JSON.stringify(initial.filter) && { initialData: initial.page }),
  })
  const served = data?.served ?? null
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SourceSelect publishers={publishers} source={address.source} onChoose={choose} />
        <div className="ml-auto flex gap-2">
          <LinkButton href={versionsPath(placeOf(address))}>Versions</LinkButton>
          <PublishNow integration={integration} role={role} sync={actions.sync} />
        </div>
      </div>
      <ListNotices integrationId={integration.id} served={served} />
      {error !== null && data !== undefined && (
        <Notice tone="warn" title="This list may be out of date">
          {error.message}
        </Notice>
      )}
      {error !== null && data === undefined && (
        <Panel>
          <ErrorState title="The list cannot be shown" error={error} retry={() => void refetch()} />
        </Panel>
      )}
      {data === undefined && error === null && <Skeleton className="h-72" />}
      {data !== undefined && served !== null && list.hasRules && (
        <LookupPanel list={list} isEmpty={served.items === 0} address={address} go={go} />
      )}
      <div className={joinClasses("grid gap-4", served !== null && "lg:grid-cols-2")}>
        {served !== null && <ServedPanel served={served} address={address} />}
        <FetchedPart name="Where the list comes from" fallback={<Skeleton className="h-48" />}>
          <SourcePanel integration={current} role={role} change={actions.changeSyncSettings} />
        </FetchedPart>
      </div>
      {data !== undefined && served === null && <NothingPublished />}
      {data !== undefined && served !== null && (
        <ItemsPanel list={list} page={data} isTurning={isPlaceholderData} address={address} go={go} />
      )}
    </>
  )
}

function NothingPublished() {
  return (
    <Panel>
      <EmptyState title="Nothing is published yet">
        The first run fetches the list from master data, checks it entry by entry and puts it to S3. “Publish
        now” starts it. Until then nothing can be looked up, and nothing may be taken for allowed.
      </EmptyState>
    </Panel>
  )
}
