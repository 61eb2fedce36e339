import type { ReactNode } from "react"
import { Notice } from "@/components/ui/notice"
import type { SyncError } from "@/lib/domain/sync-log"
import { remedyOf } from "./remedy-of"

/** Why a run failed, what to do about it, and the provider's own words. */
export function RunFailure({ error, actions }: { error: SyncError; actions?: ReactNode }) {
  return (
    <Notice tone="bad" title={error.message} actions={actions}>
      <p>{remedyOf(error.code)}</p>
      {error.providerSaid !== null && (
        <p className="mt-1 text-xs">
          The provider said: <q className="font-mono">{error.providerSaid}</q>
        </p>
      )}
    </Notice>
  )
}
