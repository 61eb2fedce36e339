import Link from "next/link"
import type { ReactNode } from "react"
import { OpenHoldsProvider } from "@/components/holds/open-holds"
import { PortalPlace } from "@/components/ui/portal-place"
import type { Listing } from "@/lib/domain/listing"
import type { NotificationListing } from "@/lib/domain/notification"
import type { RemovalHoldView } from "@/lib/domain/removal-hold"
import { AccountPlace, type AccountPlaceProps } from "./account-place"
import { CommandPalette, type PaletteProps } from "./command-palette"
import { NavDrawer } from "./nav-drawer"
import { NavLinks } from "./nav-links"
import { type MarkRead, NotificationsBell } from "./notifications-bell"
import { OfflineBanner } from "./offline-banner"
import type { Person } from "./person"
import { ProductMark } from "./product-mark"
import type { Theme } from "./theme"
import { ThemeToggle } from "./theme-toggle"
import { UserMenu } from "./user-menu"

type Props = {
  person: Person
  account: AccountPlaceProps
  theme: Theme
  notifications: NotificationListing
  markRead: MarkRead
  holds: Listing<RemovalHoldView>
  sync: PaletteProps["sync"]
  children: ReactNode
}

/** What stands around every page of someone signed in: navigation beside it, on a phone above it. */
export function Frame({ person, account, theme, notifications, markRead, holds, sync, children }: Props) {
  const bell = <NotificationsBell initial={notifications} markRead={markRead} />
  const place = <AccountPlace {...account} />
  const footer = (
    <div className="space-y-2">
      <ThemeToggle initial={theme} />
      <UserMenu person={person} />
    </div>
  )
  return (
    <OpenHoldsProvider initial={holds}>
      <SkipLink />
      <div className="md:grid md:min-h-dvh md:grid-cols-[15rem_minmax(0,1fr)] md:grid-rows-[minmax(0,1fr)]">
        <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-line border-b bg-canvas px-3 md:h-dvh md:flex-col md:items-stretch md:gap-4 md:overflow-y-auto md:border-r md:border-b-0 md:py-3">
          <div className="md:hidden">
            <NavDrawer head={place} footer={footer} />
          </div>
          <div className="flex flex-1 items-center gap-1 md:flex-none md:pl-1.5">
            <HomeLink />
            <div className="ml-auto">{bell}</div>
          </div>
          <div className="max-md:hidden">{place}</div>
          <CommandPalette role={person.role} sync={sync} />
          <div className="flex flex-1 flex-col max-md:hidden">
            <NavLinks />
            <div className="mt-auto pt-4">{footer}</div>
          </div>
        </header>
        <main id="content" tabIndex={-1} className="min-w-0 outline-none">
          <OfflineBanner />
          <PortalPlace>
            <div className="mx-auto max-w-6xl px-4 py-6 max-md:pb-24 md:px-8 lg:px-10">{children}</div>
          </PortalPlace>
        </main>
      </div>
    </OpenHoldsProvider>
  )
}

function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-accent-ink"
    >
      Skip to content
    </a>
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
