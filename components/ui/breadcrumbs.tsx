import { ChevronRight } from "lucide-react"
import Link from "next/link"

export type Crumb = { href: string; label: string }

/** The pages above this one, each a way there. This one's name follows as the heading. */
export function Breadcrumbs({ above }: { above: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="mb-1">
      <ol className="flex flex-wrap items-center gap-x-1 text-ink-soft text-xs">
        {above.map(({ href, label }) => (
          <li key={href} className="flex min-w-0 items-center gap-1">
            <Link
              href={href}
              className="max-w-64 truncate rounded-sm py-0.5 underline-offset-2 hover:text-ink hover:underline"
            >
              {label}
            </Link>
            <ChevronRight aria-hidden className="size-3 shrink-0 text-ink-faint" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
