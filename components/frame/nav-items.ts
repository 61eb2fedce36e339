import {
  BellRing,
  Boxes,
  Building2,
  CirclePause,
  ClipboardList,
  LayoutDashboard,
  type LucideIcon,
  MonitorSmartphone,
  Plug,
  RefreshCw,
  Route,
} from "lucide-react"

export type NavItem = {
  href: string
  label: string
  Icon: LucideIcon
  /** What else somebody may type for it in the command palette. */
  words: string
}

export const holdsPath = "/holds"

/** The pages that the side navigation and the command palette lead to; a new page adds its line here. */
export const navGroups: { name: string | null; items: NavItem[] }[] = [
  {
    name: null,
    items: [{ href: "/", label: "Dashboard", Icon: LayoutDashboard, words: "home overview start" }],
  },
  {
    name: "Inventory",
    items: [
      { href: "/devices", label: "Devices", Icon: MonitorSmartphone, words: "fleet computers inventory" },
      { href: "/models", label: "Models", Icon: Boxes, words: "device types thing types deployments" },
      { href: "/circuits", label: "Circuits", Icon: Route, words: "workstudio lines planners vegetation" },
      {
        href: "/ineligible-items",
        label: "Ineligible items",
        Icon: ClipboardList,
        words: "master data s3 published lists iso codes export rules versions",
      },
    ],
  },
  {
    name: "Syncs",
    items: [
      { href: "/syncs", label: "Syncs", Icon: RefreshCw, words: "runs history log" },
      { href: holdsPath, label: "Holds", Icon: CirclePause, words: "held removals lists approve dismiss" },
    ],
  },
  {
    name: "Settings",
    items: [
      { href: "/settings/integrations", label: "Integrations", Icon: Plug, words: "connect systems sync" },
      {
        href: "/settings/notifications",
        label: "Notifications",
        Icon: BellRing,
        words: "e-mail webhooks alerts channels",
      },
      { href: "/settings/account", label: "Account", Icon: Building2, words: "name source retention" },
    ],
  },
]
