"use client"
import { Popover } from "@base-ui/react/popover"
import Link from "next/link"
import { RelativeTime } from "@/components/ui/relative-time"
import type { NotificationView } from "@/lib/domain/notification"

type Props = { items: NotificationView[]; onOpen: (id: string) => void }

/** Notifications, newest first; following one marks it as read. */
export function NotificationList({ items, onOpen }: Props) {
  if (items.length === 0) {
    return (
      <p className="px-4 py-8 text-center text-ink-faint">
        Nothing yet. Failed syncs and holds are told here.
      </p>
    )
  }
  return (
    <ul className="divide-y divide-line overflow-y-auto">
      {items.map((item) => (
        <li key={item.id}>
          <Item item={item} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}

function Item({ item, onOpen }: { item: NotificationView; onOpen: (id: string) => void }) {
  const isUnread = item.readAt === null
  const text = (
    <>
      <span className="flex items-baseline justify-between gap-3">
        <span className={isUnread ? "font-semibold" : ""}>
          {item.title}
          {isUnread && <span className="sr-only"> (unread)</span>}
        </span>
        <span className="shrink-0 text-ink-faint text-xs">
          <RelativeTime at={item.createdAt} />
        </span>
      </span>
      <span className="mt-0.5 line-clamp-3 text-ink-soft text-xs wrap-anywhere">{item.body}</span>
    </>
  )
  const look = `block px-4 py-2.5 ${isUnread ? "bg-accent-soft/50" : ""}`
  if (item.href === null || !item.href.startsWith("/")) return <div className={look}>{text}</div>
  return (
    <Popover.Close
      nativeButton={false}
      render={
        <Link
          href={item.href}
          onClick={() => isUnread && onOpen(item.id)}
          className={`${look} hover:bg-sunken`}
        />
      }
    >
      {text}
    </Popover.Close>
  )
}
