import Link from "next/link"
import type { PlanLinks } from "@/lib/domain/sync-plan"

const words: Record<keyof PlanLinks, [before: string, link: string]> = {
  applies: ["carries out", "this plan"],
  appliedBy: ["applied by", "this run"],
  replays: ["reads again the pages of", "this run"],
  reverts: ["would undo", "this run"],
}

/** How a run belongs to others, each a way there. */
export function RunLinks({ plan }: { plan: PlanLinks | undefined }) {
  if (plan === undefined) return null
  return (
    <>
      {(["applies", "appliedBy", "replays", "reverts"] as const).map((link) => {
        const id = plan[link]
        if (id === null) return null
        const [before, text] = words[link]
        return (
          <span key={link}>
            {before}{" "}
            <Link href={`/syncs/${id}`} className="underline underline-offset-2 hover:text-ink">
              {text}
            </Link>
          </span>
        )
      })}
    </>
  )
}
