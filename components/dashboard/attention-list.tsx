import { ChevronRight, CircleAlert, CircleCheck, TriangleAlert } from "lucide-react"
import Link from "next/link"
import { Panel } from "@/components/ui/panel"
import type { Attention } from "./attention-of"

/** What needs somebody, before everything else on the page. */
export function AttentionList({ items }: { items: Attention[] }) {
  if (items.length === 0) {
    return (
      <p className="flex items-center gap-2 rounded-lg border border-line bg-surface px-4 py-3">
        <CircleCheck aria-hidden className="size-4 text-good" />
        Nothing needs you: every last sync went through.
      </p>
    )
  }
  return (
    <Panel title="Needs attention">
      <ul className="divide-y divide-line">
        {items.map((item) => (
          <li key={item.title}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Item({ item }: { item: Attention }) {
  const Icon = item.tone === "bad" ? CircleAlert : TriangleAlert
  return (
    <Link href={item.href} className="flex items-start gap-2.5 px-4 py-3 hover:bg-sunken/60">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${item.tone === "bad" ? "text-bad" : "text-warn"}`}
      />
      <span className="min-w-0 flex-1">
        <span className="block font-medium wrap-anywhere">{item.title}</span>
        <span className="block text-ink-soft wrap-anywhere">{item.detail}</span>
      </span>
      <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
    </Link>
  )
}
