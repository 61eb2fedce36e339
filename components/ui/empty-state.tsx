import type { ReactNode } from "react"

type Props = { title: string; children: ReactNode; actions?: ReactNode; art?: ReactNode }

/** What stands where a list would: why it is empty, and what to do about it. */
export function EmptyState({ title, children, actions, art }: Props) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      {art}
      <h2 className="font-semibold text-base">{title}</h2>
      <div className="mt-1 max-w-md text-ink-soft text-pretty">{children}</div>
      {actions !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
