"use client"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { Progress } from "@/components/ui/progress"
import { Skeleton } from "@/components/ui/skeleton"
import { Shown } from "./shown"

const refused = new Error(
  "Rollcall cannot be reached. Check the connection; this page tries again by itself.",
)

/** How things are: under way, empty, gone wrong. */
export function ShownStates({ theme }: { theme: string }) {
  return (
    <Panel title="States" label={`States, ${theme}`}>
      <div className="space-y-4 p-4">
        <Notice tone="good" title="Addigy is connected">
          25 devices are ready to be read.
        </Notice>
        <Notice tone="live" title="The fleet as of 1 November" />
        <Notice tone="warn" title="This list may be out of date">
          The server did not answer.
        </Notice>
        <Notice
          tone="bad"
          title="Addigy refused the key (401)"
          actions={<Button size="sm">Change the key</Button>}
        >
          Check that it is whole and has the “View Devices” permission. Nothing was stored.
        </Notice>
        <Shown name="Progress">
          <div className="space-y-2">
            <Progress label="Reading: 450 of 1,000 records" value={45} />
            <Progress label="Connecting" value={null} />
          </div>
        </Shown>
        <Shown name="Skeleton">
          <Skeleton className="h-6" />
        </Shown>
      </div>
      <EmptyState title="No device fits" actions={<Button>Clear filters</Button>}>
        Say why a list is empty, and what to do about it.
      </EmptyState>
      <ErrorState title="The log cannot be shown" error={refused} retry={() => {}} />
    </Panel>
  )
}
