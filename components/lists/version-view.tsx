"use client"
import { useQuery } from "@tanstack/react-query"
import { Badge } from "@/components/ui/badge"
import { count } from "@/components/ui/format-number"
import { LinkButton } from "@/components/ui/link-button"
import { Notice } from "@/components/ui/notice"
import { PageHeading } from "@/components/ui/page-heading"
import type { Role } from "@/lib/domain/account"
import type { ListVersionView } from "@/lib/domain/published-list"
import { listVersionQuery } from "@/lib/queries/lists"
import { DeliveryPanel } from "./delivery-panel"
import { versionsPath } from "./list-address"
import { stateOf, versionName } from "./list-wording"
import { type Publish, PublishAgain } from "./publish-again"
import type { ShownList } from "./shown-list"
import { VersionDifferences } from "./version-differences"

type Props = {
  initial: ListVersionView
  /** Published versions that it can be compared with. */
  others: ListVersionView[]
  list: ShownList
  role: Role
  publish: Publish
}

/** One version of a list, or one that waits: what is different about it, and the proof of its delivery. */
export function VersionView({ initial, others, list, role, publish }: Props) {
  const { data: version, error } = useQuery({ ...listVersionQuery(initial.id), initialData: initial })
  const { tone, label } = stateOf(version)
  return (
    <>
      <PageHeading
        back={[
          {
            href: list.id === "ineligible-items" ? "/ineligible-items" : `/ineligible-items?list=${list.id}`,
            label: list.name,
          },
          { href: versionsPath({ list: list.id }), label: "Versions" },
        ]}
        title={versionName(version)}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={tone}>{label}</Badge>
            {count(version.items, "item")} of {list.name}
          </span>
        }
        actions={<Act version={version} role={role} publish={publish} />}
      />
      <div className="space-y-4">
        {error !== null && (
          <Notice tone="warn" title="This page may be out of date">
            {error.message}
          </Notice>
        )}
        <DeliveryPanel version={version} />
        <VersionDifferences version={version} others={others} list={list} />
      </div>
    </>
  )
}

function Act({ version, role, publish }: Pick<Props, "role" | "publish"> & { version: ListVersionView }) {
  if (version.status === "held" && version.holdId !== null && version.holdStatus === "open") {
    return (
      <LinkButton href={`/holds/${version.holdId}`} variant="primary">
        Decide on it
      </LinkButton>
    )
  }
  if (version.status !== "published" || version.isNewest) return null
  return <PublishAgain version={version} role={role} publish={publish} />
}
