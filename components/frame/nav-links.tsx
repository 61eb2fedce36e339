"use client"
import Link from "next/link"
import { usePathname } from "next/navigation"
import { useOpenHolds } from "@/components/holds/open-holds"
import { count } from "@/components/ui/format-number"
import { holdsPath, type NavItem, navGroups } from "./nav-items"

/** The way to every page; `onGo` lets a drawer close behind it. */
export function NavLinks({ onGo }: { onGo?: () => void }) {
  const path = usePathname()
  return (
    <nav aria-label="Main" className="flex flex-col gap-4">
      {navGroups.map(({ name, items }) => (
        <div key={name}>
          {name !== null && <p className="mb-1 px-2.5 font-medium text-ink-faint text-xs">{name}</p>}
          <ul className="flex flex-col gap-0.5">
            {items.map((item) => (
              <li key={item.href}>
                <NavLink {...item} isHere={isUnder(path, item.href)} {...(onGo && { onGo })} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function NavLink({ href, label, Icon, isHere, onGo }: NavItem & { isHere: boolean; onGo?: () => void }) {
  return (
    <Link
      href={href}
      {...(onGo && { onClick: onGo })}
      aria-current={isHere ? "page" : undefined}
      className="group flex h-8 items-center gap-2.5 rounded-md px-2.5 text-ink-soft hover:bg-line/50 hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-ink max-md:h-10"
    >
      <Icon aria-hidden className="size-4 group-aria-[current]:text-accent" />
      {label}
      {href === holdsPath && <HoldBadge />}
    </Link>
  )
}

/** How many holds wait; nothing when none does. */
function HoldBadge() {
  const { items, isAll } = useOpenHolds()
  if (items.length === 0) return null
  return (
    <span className="ml-auto grid h-5 min-w-5 place-items-center rounded-full bg-warn-soft px-1.5 font-semibold text-warn text-xs tabular-nums">
      <span aria-hidden>{isAll ? items.length : `${items.length}+`}</span>
      <span className="sr-only">{count(items.length, "hold waits", "holds wait")}</span>
    </span>
  )
}

const isUnder = (path: string, href: string): boolean =>
  path === href || (href !== "/" && path.startsWith(`${href}/`))
