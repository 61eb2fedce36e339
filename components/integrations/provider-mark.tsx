import type { ProviderId } from "@/lib/domain/provider-id"

/** A letter for each provider, drawn by us; none of their trade marks. */
const marks: Record<ProviderId, { letter: string; className: string }> = {
  addigy: { letter: "A", className: "fill-mark" },
}

export function ProviderMark({
  provider,
  className = "size-9",
}: {
  provider: ProviderId
  className?: string
}) {
  const mark = marks[provider]
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" className={`shrink-0 ${className}`}>
      <rect x="0.5" y="0.5" width="35" height="35" rx="8" className="fill-sunken stroke-line" />
      <text x="18" y="24.5" textAnchor="middle" fontSize="18" fontWeight="700" className={mark.className}>
        {mark.letter}
      </text>
    </svg>
  )
}
