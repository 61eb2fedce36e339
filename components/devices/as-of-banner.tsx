"use client"
import { Button } from "@/components/ui/button"
import { useClock } from "@/components/ui/clock"
import { Notice } from "@/components/ui/notice"
import { formatTime } from "@/lib/domain/format-time"

/** Says that the list is of a past time, and leads back to now. */
export function AsOfBanner({ asOf, onBack }: { asOf: string; onBack: () => void }) {
  const { timeZone } = useClock()
  return (
    <Notice
      tone="live"
      title={`The fleet as of ${formatTime(new Date(asOf), timeZone)}`}
      actions={<BackToNow onBack={onBack} />}
    >
      Values, search and filters are those of then, to be read only. Whether a device was online is not kept.
    </Notice>
  )
}

export function BackToNow({ onBack }: { onBack: () => void }) {
  return (
    <Button size="sm" onClick={onBack}>
      Back to now
    </Button>
  )
}
