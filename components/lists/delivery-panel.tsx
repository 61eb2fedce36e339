import Link from "next/link"
import type { ReactNode } from "react"
import { CopyableId } from "@/components/ui/copyable-id"
import { ExactTime } from "@/components/ui/exact-time"
import { Fact, Facts } from "@/components/ui/facts"
import { formatBytes } from "@/components/ui/format-bytes"
import { count, formatNumber } from "@/components/ui/format-number"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import type { ListVersionView } from "@/lib/domain/published-list"
import { LastCompared } from "./last-compared"
import { changeWords, decisionWords, plainEtag, receivedWords } from "./list-wording"

/** What proves that a list was delivered: where it lies, what the store said of it, and what went into it. */
export function DeliveryPanel({ version }: { version: ListVersionView }) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Panel title="Delivery proof">
        {version.publishedAt === null ? (
          <p className="px-4 py-3 text-ink-soft">None: it was not put to S3.</p>
        ) : (
          <Delivered version={version} publishedAt={version.publishedAt} />
        )}
      </Panel>
      <Panel title="What went into it">
        <Facts>
          <Fact name="Received">{receivedWords(version)}</Fact>
          <Fact name="Items">
            <span className="tabular-nums">{formatNumber(version.items)}</span>
          </Fact>
          <Fact name="Change">{changeWords(version)}</Fact>
          <Fact name="Fetched">
            <ExactTime at={version.fetchedAt} /> by{" "}
            <RunLink id={version.syncLogId}>a run of {version.integrationName}</RunLink>
          </Fact>
          {version.publishedById !== null && version.publishedById !== version.syncLogId && (
            <Fact name="Published by">
              <RunLink id={version.publishedById}>
                {version.startedBy === null ? "another run" : `a run that ${version.startedBy} started`}
              </RunLink>
            </Fact>
          )}
          {version.holdId !== null && (
            <Fact name="Hold">
              <Link href={`/holds/${version.holdId}`} className="underline underline-offset-2 hover:text-ink">
                Held because it looked like an accident
              </Link>
              , {decisionWords(version)}
              {version.decidedAt !== null && (
                <>
                  {" on "}
                  <ExactTime at={version.decidedAt} />
                </>
              )}
            </Fact>
          )}
          <Fact name="Content">
            {version.isKept ? "Kept, so that it can be compared and published again" : "Kept no longer"}
          </Fact>
        </Facts>
      </Panel>
    </div>
  )
}

function Delivered({ version, publishedAt }: { version: ListVersionView; publishedAt: string }) {
  const { endpoint, bucket, key, etag, versionId, sha256, bytes, confirmedAt } = version
  return (
    <Facts>
      <Fact name="Published">
        <ExactTime at={publishedAt} />
      </Fact>
      <Fact name="Place">
        <span className="font-mono text-xs">
          {bucket}/{key}
        </span>
        <span className="block text-ink-faint text-xs">at {endpoint}</span>
      </Fact>
      <Fact name="ETag">{etag === null ? <None /> : <CopyableId id={plainEtag(etag)} label="ETag" />}</Fact>
      <Fact name="Version id in S3">
        {versionId === null ? (
          <None text="the bucket keeps no versions" />
        ) : (
          <CopyableId id={versionId} label="version id" />
        )}
      </Fact>
      <Fact name="SHA-256">
        <CopyableId id={sha256} label="SHA-256" />
      </Fact>
      <Fact name="Size">
        {formatBytes(bytes)} <span className="text-ink-faint">({count(bytes, "byte")})</span>
      </Fact>
      <Fact name="Last compared">
        <LastCompared publishedAt={publishedAt} confirmedAt={confirmedAt} />
      </Fact>
    </Facts>
  )
}

function RunLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link href={`/syncs/${id}`} className="underline underline-offset-2 hover:text-ink">
      {children}
    </Link>
  )
}
