"use client"
import { useInfiniteQuery } from "@tanstack/react-query"
import { Download } from "lucide-react"
import { buttonStyles } from "@/components/ui/button-styles"
import { ExactTime } from "@/components/ui/exact-time"
import { formatBytes } from "@/components/ui/format-bytes"
import { count } from "@/components/ui/format-number"
import { LoadMore } from "@/components/ui/load-more"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { Role } from "@/lib/domain/account"
import type { SyncLogView } from "@/lib/domain/sync-log"
import type { SyncPageView } from "@/lib/domain/sync-page"
import { syncPagesQuery } from "@/lib/queries/sync-logs"

/** The provider's replies as they were stored, for an admin to download (S0-AUDIT); nothing where there are none. */
export default function RunPages({ run, role }: { run: SyncLogView; role: Role }) {
  const pages = useInfiniteQuery(syncPagesQuery(run.id))
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <Panel title="Stored pages">
      <Table label="Table of stored pages" className="is-centred">
        <thead>
          <tr>
            <HeadCell>Page</HeadCell>
            <HeadCell>Received</HeadCell>
            <HeadCell className="text-right">Size</HeadCell>
            <HeadCell>Cut out</HeadCell>
            <HeadCell className="text-right">File</HeadCell>
          </tr>
        </thead>
        <tbody>
          {items.map((page) => (
            <PageRow key={page.id} page={page} runId={run.id} role={role} />
          ))}
        </tbody>
      </Table>
      <LoadMore list={pages} />
    </Panel>
  )
}

function PageRow({ page, runId, role }: { page: SyncPageView; runId: string; role: Role }) {
  const name = `${page.syncType}, page ${page.page}`
  return (
    <Row>
      <Cell className="whitespace-nowrap">{name}</Cell>
      <Cell className="whitespace-nowrap text-ink-soft">
        <ExactTime at={page.createdAt} />
      </Cell>
      <Cell className="whitespace-nowrap text-right tabular-nums">{formatBytes(page.bytes)}</Cell>
      <Cell className="text-ink-soft">
        {page.redactedPaths.length === 0 ? (
          <None text="nothing" />
        ) : (
          <span title={page.redactedPaths.join("\n")}>{count(page.redactedPaths.length, "secret")}</span>
        )}
      </Cell>
      <Cell className="text-right">
        {role === "ADMIN" ? (
          <a
            href={`/api/sync-logs/${runId}/pages/${page.id}`}
            download
            aria-label={`Download ${name}`}
            className={buttonStyles({ size: "sm" })}
          >
            <Download aria-hidden /> Download
          </a>
        ) : (
          <None text="for admins" />
        )}
      </Cell>
    </Row>
  )
}
