"use client"
import { Popover } from "@base-ui/react/popover"
import { useQueryClient } from "@tanstack/react-query"
import type { ComponentProps } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import type { NotificationListing } from "@/lib/domain/notification"
import { notificationsQuery } from "@/lib/queries/notifications"
import { NotificationList } from "./notification-list"
import type { MarkRead } from "./notifications-bell"

type Props = {
  /** How the bell looks and what it is called. */
  look: Pick<ComponentProps<"button">, "aria-label" | "children"> & { className: string }
  listing: NotificationListing
  markRead: MarkRead
}

/** The newest notifications, open from the start, with the bell that opens them again. */
export default function NotificationsPopup({ look, listing, markRead }: Props) {
  const cache = useQueryClient()
  const mark = useAction({
    act: markRead,
    onAnswer: () => cache.invalidateQueries(notificationsQuery()),
    toldAs: "Not marked as read",
  })
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger {...look} />
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" collisionPadding={12} className="z-50">
          <Popover.Popup className="flex max-h-[min(32rem,var(--available-height))] w-[min(24rem,calc(100vw-1.5rem))] flex-col rounded-lg border border-line bg-raised shadow-overlay outline-none">
            <div className="flex items-center justify-between border-line border-b py-2 pr-2 pl-4">
              <Popover.Title className="font-semibold">Notifications</Popover.Title>
              {listing.unread > 0 && (
                <Button
                  size="sm"
                  variant="ghost"
                  busy={mark.isPending}
                  onClick={() => mark.run({ all: true })}
                >
                  Mark all as read
                </Button>
              )}
            </div>
            <NotificationList items={listing.items} onOpen={(id) => mark.run({ ids: [id] })} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
