import Link from "next/link"
import { formatNumber } from "@/components/ui/format-number"
import { Panel } from "@/components/ui/panel"

export type Part = { name: string; devices: number; href: string | null }

type Props = { title: string; parts: Part[]; empty: string }

/** Devices by one trait, the largest part first, each with its share of them all as a bar. */
export function Breakdown({ title, parts, empty }: Props) {
  const all = parts.reduce((sum, part) => sum + part.devices, 0)
  return (
    <Panel title={title}>
      {parts.length === 0 && <p className="px-4 py-3 text-ink-soft">{empty}</p>}
      <ul className="py-1.5">
        {parts.map((part) => (
          <li key={part.name} className="px-4 py-1.5">
            <div className="flex items-baseline justify-between gap-4">
              <span className="min-w-0 truncate" title={part.name}>
                {part.href === null ? (
                  part.name
                ) : (
                  <Link
                    href={part.href}
                    className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
                  >
                    {part.name}
                  </Link>
                )}
              </span>
              <span className="font-medium tabular-nums">{formatNumber(part.devices)}</span>
            </div>
            <div aria-hidden className="mt-1 h-1 rounded-full bg-sunken">
              <div
                className="h-full rounded-full bg-accent"
                style={{ width: `${(part.devices / Math.max(1, all)) * 100}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
