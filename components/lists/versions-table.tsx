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

/** Versions in rows, on a phone one below the other; the number of each leads to its page. */
export function VersionsTable({ versions }: { versions: ListVersionView[] }) {
  return (
    <Table label="Table of versions" className="is-centred is-stacked">
      <thead>
        <tr>
          <HeadCell>Version</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>Published</HeadCell>
          <HeadCell className="text-right">Items</HeadCell>
          <HeadCell className="text-right">Added</HeadCell>
          <HeadCell className="text-right">Gone</HeadCell>
          <HeadCell className="text-right">Size</HeadCell>
          <HeadCell>ETag</HeadCell>
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

const number = "whitespace-nowrap text-right tabular-nums"

function VersionRow({ version }: { version: ListVersionView }) {
  const { tone, label } = stateOf(version)
  return (
    <Row>
      <Cell>
        <Link
          href={versionPath(version.id)}
          className="font-medium tabular-nums underline decoration-line-strong underline-offset-2 hover:decoration-ink"
        >
          <span className="md:hidden">Version </span>
          {formatNumber(version.version ?? 0)}
        </Link>
      </Cell>
      <Cell>
        <Badge tone={tone}>{label}</Badge>
      </Cell>
      <Cell className="whitespace-nowrap max-md:basis-full">
        {version.publishedAt === null ? <None /> : <ExactTime at={version.publishedAt} />}
      </Cell>
      <NumberCell value={version.items} name={version.items === 1 ? "item" : "items"} />
      <NumberCell value={version.added} name="added" />
      <NumberCell value={version.gone} name="gone" />
      <Cell className={number}>{formatBytes(version.bytes)}</Cell>
      <Cell className="max-md:hidden">
        {version.etag === null ? <None /> : <CopyableId id={plainEtag(version.etag)} label="ETag" />}
      </Cell>
    </Row>
  )
}

/** On a phone there is no head to name it. */
function NumberCell({ value, name }: { value: number; name: string }) {
  return (
    <Cell className={number}>
      {formatNumber(value)}
      <span className="text-ink-soft md:hidden"> {name}</span>
    </Cell>
  )
}
