"use client"
import { Popover } from "@base-ui/react/popover"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { Bell } from "lucide-react"
import { Button } from "@/components/ui/button"
import { buttonStyles } from "@/components/ui/button-styles"
import { toastFailure } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { NotificationListing, ReadNotifications } from "@/lib/domain/notification"
import { notificationsQuery } from "@/lib/queries/notifications"
import { NotificationList } from "./notification-list"

export type MarkRead = (which: ReadNotifications) => Promise<ActionResult<number>>

/** What an admin should know of: how many are unread, and the newest of them with their links. */
export function NotificationsBell({
  initial,
  markRead,
}: {
  initial: NotificationListing
  markRead: MarkRead
}) {
  const cache = useQueryClient()
  const { data } = useQuery({ ...notificationsQuery(), initialData: initial })
  const mark = useMutation({
    mutationFn: markRead,
    onSuccess: (result) => {
      if (!result.ok) toastFailure("Not marked as read", result.message)
      return cache.invalidateQueries(notificationsQuery())
    },
  })
  const label = data.unread === 0 ? "Notifications, none unread" : `Notifications, ${data.unread} unread`
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={label}
        className={`relative ${buttonStyles({ variant: "ghost", size: "icon" })}`}
      >
        <Bell aria-hidden />
        {data.unread > 0 && (
          <span
            aria-hidden
            className="absolute top-0 right-0 grid h-4 min-w-4 place-items-center rounded-full bg-bad px-1 font-semibold text-[0.625rem] text-surface tabular-nums"
          >
            {data.unread > 99 ? "99+" : data.unread}
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" collisionPadding={12} className="z-50">
          <Popover.Popup className="flex max-h-[min(32rem,var(--available-height))] w-[min(24rem,calc(100vw-1.5rem))] flex-col rounded-lg border border-line bg-raised shadow-overlay outline-none">
            <header className="flex items-center justify-between border-line border-b py-2 pr-2 pl-4">
              <Popover.Title className="font-semibold">Notifications</Popover.Title>
              {data.unread > 0 && (
                <Button
                  size="sm"
                  variant="ghost"
                  busy={mark.isPending}
                  onClick={() => mark.mutate({ all: true })}
                >
                  Mark all as read
                </Button>
              )}
            </header>
            <NotificationList items={data.items} onOpen={(id) => mark.mutate({ ids: [id] })} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
