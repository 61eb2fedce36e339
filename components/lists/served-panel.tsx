import Link from "next/link"
import { CopyableId } from "@/components/ui/copyable-id"
import { ExactTime } from "@/components/ui/exact-time"
import { Fact, Facts } from "@/components/ui/facts"
import { formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import type { ServedList } from "@/lib/domain/published-list"
import { LastCompared } from "./last-compared"
import { type ListAddress, placeOf, versionPath, versionsPath } from "./list-address"
import { plainEtag, sourceNames } from "./list-wording"

type Props = { served: ServedList; address: ListAddress }

/** Which list readers are given now: its version, how old it is, and where this copy came from (S1-START). */
export function ServedPanel({ served, address }: Props) {
  const { version, versionId, items, publishedAt, confirmedAt, loadedAt, source, etag, sha256 } = served
  return (
    <Panel
      title="What readers are given"
      aside={
        <Link href={versionsPath(placeOf(address))} className="text-ink-soft underline underline-offset-2">
          All versions
        </Link>
      }
    >
      <Facts>
        <Fact name="Version">
          {versionId === null ? (
            <None text="published by somebody else" />
          ) : (
            <Link href={versionPath(versionId)} className="font-medium underline underline-offset-2">
              {formatNumber(version ?? 0)}
            </Link>
          )}
        </Fact>
        <Fact name="Items">
          <span className="tabular-nums">{formatNumber(items)}</span>
        </Fact>
        <Fact name="Published">
          {publishedAt === null ? (
            <None />
          ) : (
            <>
              <RelativeTime at={publishedAt} />
              <span className="text-ink-faint">
                {" · "}
                <ExactTime at={publishedAt} />
              </span>
            </>
          )}
        </Fact>
        <Fact name="Last compared">
          <LastCompared publishedAt={publishedAt} confirmedAt={confirmedAt} />
        </Fact>
        <Fact name="This copy">
          {sourceNames[source]}, loaded <RelativeTime at={loadedAt} />
        </Fact>
        <Fact name="ETag">{etag === null ? <None /> : <CopyableId id={plainEtag(etag)} label="ETag" />}</Fact>
        <Fact name="SHA-256">{sha256 === "" ? <None /> : <CopyableId id={sha256} label="SHA-256" />}</Fact>
      </Facts>
    </Panel>
  )
}
