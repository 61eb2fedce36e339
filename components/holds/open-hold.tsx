import Link from "next/link"
import { nounWord } from "@/components/inventory/noun-wording"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import { nounOf } from "@/lib/domain/noun-of"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import { approvalWords, holdTitle, shareWords } from "./hold-wording"

/** One hold that waits: whose removals, how many of how many, why, since when and by which run. */
export function OpenHold({ hold }: { hold: RemovalHoldView }) {
  const isList = hold.stream === "list"
  return (
    <Panel label={`${holdTitle(hold)} ${hold.integrationName}`}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 p-4">
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="font-semibold text-base wrap-anywhere">{hold.integrationName}</h2>
          <p className="mt-0.5 font-medium text-warn">
            {isList ? shareWords(hold) : `${shareWords(hold)} wait for a decision`}
          </p>
          <p className="mt-1 text-ink-soft text-pretty">{hold.reason}</p>
          {hold.list !== null && <p className="mt-1 font-medium">{approvalWords(hold.list)}</p>}
          <p className="mt-1 text-ink-faint text-xs">
            Held <RelativeTime at={hold.createdAt} /> by{" "}
            <Link href={`/syncs/${hold.syncLogId}`} className="underline underline-offset-2 hover:text-ink">
              this sync
            </Link>
            .{" "}
            {isList
              ? "Nothing is published until an admin decides; a list that is fit to be published settles it by itself."
              : "Nothing is removed until an admin decides; whatever comes back leaves the hold by itself."}
          </p>
        </div>
        <LinkButton href={`/holds/${hold.id}`} variant="primary">
          {isList ? "Look at the list" : `Look at the ${nounWord(nounOf[hold.stream])}s`}
        </LinkButton>
      </div>
    </Panel>
  )
}
