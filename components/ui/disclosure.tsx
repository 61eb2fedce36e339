import type { ReactNode } from "react"

/** What few people need, folded away under its name until it is asked for. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="mt-5 rounded-md border border-line">
      <summary className="cursor-pointer rounded-md px-3 py-2 font-medium">{title}</summary>
      <div className="border-line border-t px-3 py-3">{children}</div>
    </details>
  )
}
