import Link from "next/link"
import type { ReactNode } from "react"
import { OpenHoldsProvider } from "@/components/holds/open-holds"
import { PortalPlace } from "@/components/ui/portal-place"
import type { Listing } from "@/lib/domain/listing"
import type { NotificationListing } from "@/lib/domain/notification"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import { NavDrawer } from "./nav-drawer"
import { NavLinks } from "./nav-links"
import { type MarkRead, NotificationsBell } from "./notifications-bell"
import { ProductMark } from "./product-mark"
import type { Theme } from "./theme"
import { ThemeToggle } from "./theme-toggle"
import { type Person, UserMenu } from "./user-menu"

type Props = {
  person: Person
  theme: Theme
  notifications: NotificationListing
  markRead: MarkRead
  holds: Listing<RemovalHoldView>
  children: ReactNode
}

/** What stands around every page of someone signed in: navigation beside it, on a phone above it. */
export function Frame({ person, theme, notifications, markRead, holds, children }: Props) {
  const bell = <NotificationsBell initial={notifications} markRead={markRead} />
  const footer = (
    <div className="space-y-2">
      <ThemeToggle initial={theme} />
      <UserMenu person={person} />
    </div>
  )
  return (
    <OpenHoldsProvider initial={holds}>
      <div className="md:grid md:min-h-dvh md:grid-cols-[15rem_minmax(0,1fr)]">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-accent-ink"
        >
          Skip to content
        </a>
        <aside className="hidden border-line border-r md:block">
          <div className="sticky top-0 flex h-dvh flex-col p-3">
            <div className="mb-5 flex items-center justify-between pl-1.5">
              <HomeLink />
              {bell}
            </div>
            <NavLinks />
            <div className="mt-auto">{footer}</div>
          </div>
        </aside>
        <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-line border-b bg-canvas px-3 md:hidden">
          <NavDrawer footer={footer} />
          <HomeLink />
          <div className="ml-auto">{bell}</div>
        </header>
        <main id="content" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none md:px-8 lg:px-10">
          <PortalPlace>
            <div className="mx-auto max-w-6xl">{children}</div>
          </PortalPlace>
        </main>
      </div>
    </OpenHoldsProvider>
  )
}

function HomeLink() {
  return (
    <Link href="/" className="flex items-center gap-2 rounded-md font-semibold text-base tracking-tight">
      <ProductMark />
      Rollcall
    </Link>
  )
}
