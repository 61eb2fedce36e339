"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { EmptyState } from "@/components/ui/empty-state"
import { LoadMore } from "@/components/ui/load-more"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import type { Listing } from "@/lib/domain/listing"
import type { ListVersionView } from "@/lib/domain/published-list"
import { type ListPlace, listVersionsQuery } from "@/lib/queries/lists"
import { versionsPath } from "./list-address"
import { SourceSelect } from "./list-switch"
import type { Publisher } from "./shown-list"
import { VersionsTable } from "./versions-table"

type Props = { place: ListPlace; initial: Listing<ListVersionView>; publishers: Publisher[] }

/** What was published of a list, newest first. */
export function VersionsView({ place, initial, publishers }: Props) {
  const router = useRouter()
  const versions = useInfiniteQuery({
    ...listVersionsQuery(place),
    initialData: { pages: [initial], pageParams: [null] },
  })
  const items = versions.data.pages.flatMap((page) => page.items)
  return (
    <>
      <SourceSelect
        publishers={publishers}
        source={place.integrationId ?? ""}
        onChoose={(source) =>
          router.push(versionsPath({ list: place.list, ...(source !== "" && { integrationId: source }) }))
        }
      />
      {versions.error !== null && (
        <Notice tone="warn" title="This list may be out of date">
          {versions.error.message}
        </Notice>
      )}
      <Panel label="Versions">
        {items.length === 0 ? (
          <EmptyState title="No version yet">
            Each run that finds the list changed publishes a new version. A run that finds it as it was only
            confirms the last one.
          </EmptyState>
        ) : (
          <VersionsTable versions={items} />
        )}
        <LoadMore list={versions} />
      </Panel>
    </>
  )
}
