import { CirclePause } from "lucide-react"
import Link from "next/link"
import { count } from "@/components/ui/format-number"
import type { Noun } from "@/lib/domain/noun"

/** Says on the card that removals wait, and leads to where they are decided (N-HOLD). */
export function HeldNotice({ held, noun }: { held: number; noun: Noun }) {
  return (
    <p className="flex items-start gap-2">
      <CirclePause aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <span>
        {noun === "list-item" ? "A list waits" : count(held, "removal waits", "removals wait")} for an admin.{" "}
        <Link
          href="/holds"
          className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
        >
          {held === 1 ? "Decide on it" : "Decide on them"}
        </Link>
      </span>
    </p>
  )
}
