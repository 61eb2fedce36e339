import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react"
import type { ReactNode } from "react"

type NoticeTone = "good" | "warn" | "bad" | "live"

const look: Record<NoticeTone, { box: string; icon: string; Icon: LucideIcon }> = {
  good: { box: "border-good/30 bg-good-soft", icon: "text-good", Icon: CircleCheck },
  warn: { box: "border-warn/30 bg-warn-soft", icon: "text-warn", Icon: TriangleAlert },
  bad: { box: "border-bad/30 bg-bad-soft", icon: "text-bad", Icon: CircleAlert },
  live: { box: "border-live/30 bg-live-soft", icon: "text-live", Icon: Info },
}

type Props = { tone: NoticeTone; title: string; children?: ReactNode; actions?: ReactNode }

/** Something a person should read now: what happened, why, and what to do. Failures are announced. */
export function Notice({ tone, title, children, actions }: Props) {
  const { box, icon, Icon } = look[tone]
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={`flex gap-2.5 rounded-md border px-3 py-2.5 ${box}`}
    >
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${icon}`} />
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{title}</p>
        {children !== undefined && <div className="mt-0.5 text-ink-soft wrap-anywhere">{children}</div>}
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
