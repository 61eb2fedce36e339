import type { ReactNode } from "react"
import { Breadcrumbs, type Crumb } from "./breadcrumbs"

type Props = {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  /** The page above this one, or all of those above it from the top. */
  back?: Crumb | Crumb[]
}

/** The head of a page: the way back up, its name, a line about it, and what can be done there. */
export function PageHeading({ title, lead, actions, back }: Props) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        {back !== undefined && <Breadcrumbs above={[back].flat()} />}
        <h1 title={title} className="line-clamp-3 font-semibold text-xl tracking-tight wrap-anywhere">
          {title}
        </h1>
        {lead !== undefined && <div className="mt-1 text-ink-soft">{lead}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
