"use client"
import { useQuery } from "@tanstack/react-query"
import { Bell } from "lucide-react"
import { lazy } from "react"
import { buttonStyles } from "@/components/ui/button-styles"
import { OnDemand } from "@/components/ui/on-demand"
import type { ActionResult } from "@/lib/domain/action-result"
import type { NotificationListing, ReadNotifications } from "@/lib/domain/notification"
import { notificationsQuery } from "@/lib/queries/notifications"

export type MarkRead = (which: ReadNotifications) => Promise<ActionResult<number>>

const load = () => import("./notifications-popup")
const Popup = lazy(load)

type Props = { initial: NotificationListing; markRead: MarkRead }

/** What an admin should know of: how many are unread, and the newest of them with their links. */
export function NotificationsBell({ initial, markRead }: Props) {
  const { data } = useQuery({ ...notificationsQuery(), initialData: initial })
  const look = {
    "aria-label": data.unread === 0 ? "Notifications, none unread" : `Notifications, ${data.unread} unread`,
    className: `relative ${buttonStyles({ variant: "ghost", size: "icon" })}`,
    children: <BellFace unread={data.unread} />,
  }
  return (
    <OnDemand
      opens="dialog"
      preload={load}
      popup={<Popup look={look} listing={data} markRead={markRead} />}
      {...look}
    />
  )
}

function BellFace({ unread }: { unread: number }) {
  return (
    <>
      <Bell aria-hidden />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0 right-0 grid h-4 min-w-4 place-items-center rounded-full bg-bad px-1 font-semibold text-[0.625rem] text-surface tabular-nums"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </>
  )
}
