"use client"
import { Button } from "@/components/ui/button"
import { useClock } from "@/components/ui/clock"
import { formatTime } from "@/components/ui/format-time"
import { Notice } from "@/components/ui/notice"

/** Says that the list is of a past time, and leads back to now. */
export function AsOfBanner({ asOf, onBack }: { asOf: string; onBack: () => void }) {
  const { timeZone } = useClock()
  return (
    <Notice
      tone="live"
      title={`The fleet as of ${formatTime(new Date(asOf), timeZone)}`}
      actions={
        <Button size="sm" onClick={onBack}>
          Back to now
        </Button>
      }
    >
      Values, search and filters are those of then, to be read only. Whether a device was online is not kept.
    </Notice>
  )
}
