"use client"
import { formatNumber } from "@/components/ui/format-number"
import type { SyncChangeAction } from "@/lib/domain/sync-change"
import type { SyncChangeCounts } from "@/lib/domain/sync-log-query"
import { actionsIn, actionWords, allIn } from "./change-wording"

type Props = {
  counts: SyncChangeCounts
  isPlan: boolean
  chosen: SyncChangeAction | null
  onChoose: (action: SyncChangeAction | null) => void
}

/** Which changes are shown: all, or those of one action, each with its count. */
export function ChangeFilter({ counts, isPlan, chosen, onChoose }: Props) {
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">Show changes</legend>
      <Chip name="All" amount={allIn(counts)} isOn={chosen === null} onPress={() => onChoose(null)} />
      {actionsIn(counts).map((action) => (
        <Chip
          key={action}
          name={isPlan ? actionWords[action].planned : actionWords[action].done}
          amount={counts[action] ?? 0}
          isOn={chosen === action}
          onPress={() => onChoose(action)}
        />
      ))}
    </fieldset>
  )
}

type ChipProps = { name: string; amount: number; isOn: boolean; onPress: () => void }

function Chip({ name, amount, isOn, onPress }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className="inline-flex h-7 items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 text-xs hover:border-line-strong aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium"
    >
      {name} <span className="text-ink-soft tabular-nums">{formatNumber(amount)}</span>
    </button>
  )
}
