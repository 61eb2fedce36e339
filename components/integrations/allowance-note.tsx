import type { ScheduleDraft } from "@/components/schedule/schedule-draft"
import { Notice } from "@/components/ui/notice"
import { allowanceWords } from "./allowance-words"
import type { PaceDraft } from "./pace-draft"
import type { CheckState } from "./use-check"

type Props = {
  check: CheckState
  schedule: ScheduleDraft
  /** Left out where it is chosen elsewhere. */
  pace?: PaceDraft
}

/** What the chosen schedule takes of the provider's own allowance; nothing where no check found out. */
export function AllowanceNote({ check, schedule: { choice }, pace }: Props) {
  const allowance = check.kind === "passed" ? check.check.allowance : undefined
  if (allowance === undefined) return null
  const followsSchedule = pace?.streams.every(({ seconds }) => seconds === "") !== false
  const seconds = typeof choice === "number" && followsSchedule ? choice : null
  const { text, isTooMuch } = allowanceWords(allowance, seconds)
  if (isTooMuch) return <Notice tone="warn" title={text} />
  return (
    <p role="status" className="text-ink-soft">
      {text}
    </p>
  )
}
