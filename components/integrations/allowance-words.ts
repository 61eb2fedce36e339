import { intervalWords } from "@/components/schedule/schedule-draft"
import { formatNumber } from "@/components/ui/format-number"
import type { Check } from "@/lib/domain/session"

type Allowance = NonNullable<Check["allowance"]>

const secondsPerDay = 86_400

/**
 * What syncing takes of the provider's daily allowance, every so many seconds; null: whenever it is. It is too much when less than
 * half is left to others, for devices live on the same allowance.
 */
export function allowanceWords({ perSync, perDay, what }: Allowance, seconds: number | null) {
  const of = `of the ${formatNumber(perDay)} ${what}.`
  if (seconds === null)
    return { text: `Each sync takes about ${formatNumber(perSync)} ${of}`, isTooMuch: false }
  const daily = Math.ceil((perSync * secondsPerDay) / seconds)
  const text = `${intervalWords(seconds)} takes about ${formatNumber(daily)} ${of}`
  if (daily > perDay)
    return {
      text: `${text} These are more than there are: once they are spent, syncs fail.`,
      isTooMuch: true,
    }
  if (daily > perDay / 2)
    return { text: `${text} Less than half of them is left for what devices send.`, isTooMuch: true }
  return { text, isTooMuch: false }
}
