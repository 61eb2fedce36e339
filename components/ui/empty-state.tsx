import type { ReactNode } from "react"

type Props = {
  title: string
  children: ReactNode
  actions?: ReactNode
  /** It is all there is on the page, so that its title is the page's. */
  isPage?: boolean
}

/** What stands where a list would: why it is empty, and what to do about it. */
export function EmptyState({ title, children, actions, isPage = false }: Props) {
  const Heading = isPage ? "h1" : "h2"
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <Heading className="font-semibold text-base">{title}</Heading>
      <div className="mt-1 max-w-md text-ink-soft text-pretty">{children}</div>
      {actions !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
