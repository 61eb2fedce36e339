"use client"
import { valuesOf } from "@/components/address/known-value"
import type { NoticeKind } from "@/lib/domain/notification-rules"
import { noticeWords } from "./notice-wording"

type Props = {
  chosen: NoticeKind[]
  errors: string[] | undefined
  onChoose: (kinds: NoticeKind[]) => void
}

/** Which news a webhook gets. */
export function ChooseKinds({ chosen, errors = [], onChoose }: Props) {
  return (
    <fieldset className="space-y-1.5">
      <legend className="mb-1 font-medium">Notifications</legend>
      {valuesOf(noticeWords).map((kind) => (
        <label key={kind} className="flex w-fit items-center gap-2">
          <input
            type="checkbox"
            className="tick"
            checked={chosen.includes(kind)}
            onChange={({ target }) =>
              onChoose(
                valuesOf(noticeWords).filter((one) => (one === kind ? target.checked : chosen.includes(one))),
              )
            }
          />
          {noticeWords[kind].name}
        </label>
      ))}
      {errors.length > 0 && <p className="text-bad text-xs">{errors.join(" ")}</p>}
    </fieldset>
  )
}
