import type { Retention } from "@/lib/domain/retention"

/** What is kept, in the order it is asked, each with what its end means. */
export const retentionNames: Record<keyof Retention, { name: string; help: string }> = {
  pages: {
    name: "Stored pages",
    help: "The providers’ raw replies. Without them a run cannot be run again.",
  },
  lines: { name: "Lines of runs", help: "What each run had to say, rejects included." },
  runs: {
    name: "Runs",
    help: "That they took place, and their figures. The last of each integration stays.",
  },
  plans: { name: "Plans", help: "Of previews and replays. Without it a plan cannot be applied." },
  changes: { name: "History of devices", help: "The fleet can be shown as it was for as long." },
  retiredDevices: {
    name: "Removed devices",
    help: "One that returns before takes up its identity and history again.",
  },
  openHolds: { name: "Undecided holds", help: "Then they are let go with a notice; nothing is removed." },
  notifications: { name: "Read notifications", help: "Unread ones stay." },
  events: { name: "Events", help: "What webhooks and live pages were told." },
}
