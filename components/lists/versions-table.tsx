import Link from "next/link"
import { Badge } from "@/components/ui/badge"
import { CopyableId } from "@/components/ui/copyable-id"
import { ExactTime } from "@/components/ui/exact-time"
import { formatBytes } from "@/components/ui/format-bytes"
import { formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { ListVersionView } from "@/lib/domain/published-list"
import { versionPath } from "./list-address"
import { plainEtag, stateOf } from "./list-wording"

/** Versions in rows; the number of each leads to its page. */
export function VersionsTable({ versions }: { versions: ListVersionView[] }) {
  return (
    <Table label="Table of versions" className="is-centred min-w-[48rem]">
      <thead>
        <tr>
          <HeadCell className={`bg-sunken ${pinned}`}>Version</HeadCell>
          <HeadCell>Published</HeadCell>
          <HeadCell className="text-right">Items</HeadCell>
          <HeadCell className="text-right">Added</HeadCell>
          <HeadCell className="text-right">Gone</HeadCell>
          <HeadCell className="text-right">Size</HeadCell>
          <HeadCell>ETag</HeadCell>
          <HeadCell>State</HeadCell>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <VersionRow key={version.id} version={version} />
        ))}
      </tbody>
    </Table>
  )
}

const pinned = "sticky left-0 z-10 max-md:border-line max-md:border-r"
const number = "whitespace-nowrap text-right tabular-nums"

function VersionRow({ version }: { version: ListVersionView }) {
  const { tone, label } = stateOf(version)
  return (
    <Row>
      <Cell className={`bg-surface ${pinned}`}>
        <Link
          href={versionPath(version.id)}
          className="font-medium tabular-nums underline decoration-line-strong underline-offset-2 hover:decoration-ink"
        >
          {formatNumber(version.version ?? 0)}
        </Link>
      </Cell>
      <Cell className="whitespace-nowrap">
        {version.publishedAt === null ? <None /> : <ExactTime at={version.publishedAt} />}
      </Cell>
      <Cell className={number}>{formatNumber(version.items)}</Cell>
      <Cell className={number}>{formatNumber(version.added)}</Cell>
      <Cell className={number}>{formatNumber(version.gone)}</Cell>
      <Cell className={number}>{formatBytes(version.bytes)}</Cell>
      <Cell>
        {version.etag === null ? <None /> : <CopyableId id={plainEtag(version.etag)} label="ETag" />}
      </Cell>
      <Cell>
        <Badge tone={tone}>{label}</Badge>
      </Cell>
    </Row>
  )
}
