"use client"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Panel } from "@/components/ui/panel"

/** What an error boundary is given. `digest` stands in the server's log beside the cause. */
export type PageFaultProps = { error: Error & { digest?: string }; retry: () => void }

/** A page that could not be rendered: what happened, and what to do. */
export function PageFault({ error, retry }: PageFaultProps) {
  return (
    <Panel>
      <EmptyState
        isPage
        title="This page could not be shown"
        actions={
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        }
      >
        <p>Rollcall met a fault of its own while reading it. Nothing was changed.</p>
        {error.digest !== undefined && (
          <p className="mt-1">
            If it stays, look for <span className="font-mono">{error.digest}</span> in the web server’s log.
          </p>
        )}
      </EmptyState>
    </Panel>
  )
}
