import type { ProviderId } from "@/lib/domain/provider-id"
import { providerMarks } from "./provider-marks"

/** The mark of a provider, beside its name. */
export function ProviderMark({
  provider,
  className = "size-9",
}: {
  provider: ProviderId
  className?: string
}) {
  const { letter, className: colour } = providerMarks[provider]
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" className={`shrink-0 ${className}`}>
      <rect x="0.5" y="0.5" width="35" height="35" rx="8" className="fill-sunken stroke-line" />
      <text
        x="18"
        y={letter.length === 1 ? 24.5 : 23}
        textAnchor="middle"
        fontSize={letter.length === 1 ? 18 : 14}
        fontWeight="700"
        className={colour}
      >
        {letter}
      </text>
    </svg>
  )
}
