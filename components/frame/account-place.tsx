import { Building2 } from "lucide-react"

/** Whose inventory this is: the account one works in, at the top of every page. */
export function AccountPlace({ name }: { name: string }) {
  return (
    <p className="flex min-w-0 items-center gap-2 px-2.5 text-ink-soft" title={name}>
      <Building2 aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="sr-only">Account: </span>
      <span className="truncate">{name}</span>
    </p>
  )
}
