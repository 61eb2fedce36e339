import { None } from "@/components/ui/none"
import type { CircuitView } from "@/lib/domain/circuit-view"
import { milesOf, percentOf } from "./circuit-wording"

/** How far the planning of a circuit is: per cent as a bar, miles in words. */
export function CircuitProgress({ circuit }: { circuit: CircuitView }) {
  const { percentComplete: percent } = circuit
  const miles = milesOf(circuit)
  if (percent === null) return miles === null ? <None /> : <span className="tabular-nums">{miles}</span>
  return (
    <span className="flex flex-col gap-1">
      <span className="flex items-baseline justify-between gap-2 whitespace-nowrap tabular-nums">
        <span>{percentOf(percent)}</span>
        {miles !== null && <span className="text-ink-faint text-xs">{miles}</span>}
      </span>
      <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-line">
        <span
          className="block h-full rounded-full bg-accent"
          style={{ width: `${Math.min(100, Math.max(0, percent))}%` }}
        />
      </span>
    </span>
  )
}
