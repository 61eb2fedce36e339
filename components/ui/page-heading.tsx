import { ChevronLeft } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"

type Props = {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  /** The page above this one. */
  back?: { href: string; label: string }
}

/** The head of a page: its name, a line about it, and what can be done there. */
export function PageHeading({ title, lead, actions, back }: Props) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        {back !== undefined && (
          <Link
            href={back.href}
            className="-ml-0.5 mb-1 inline-flex items-center gap-0.5 rounded-sm text-ink-soft text-xs hover:text-ink"
          >
            <ChevronLeft aria-hidden className="size-3.5" />
            {back.label}
          </Link>
        )}
        <h1 className="font-semibold text-xl tracking-tight wrap-anywhere">{title}</h1>
        {lead !== undefined && <div className="mt-1 text-ink-soft">{lead}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
