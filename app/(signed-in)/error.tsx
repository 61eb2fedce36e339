"use client"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Panel } from "@/components/ui/panel"

type Props = { error: Error & { digest?: string }; retry: () => void }

export default function PageError({ error, retry }: Props) {
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
