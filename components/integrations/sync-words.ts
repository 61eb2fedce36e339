import { nounOfProvider } from "@/components/inventory/noun-of-provider"
import { count } from "@/components/ui/format-number"
import type { IntegrationView } from "@/lib/domain/integration"
import type { Noun } from "@/lib/domain/noun"

type Words = {
  /** On the button that starts a sync. */
  verb: string
  /** What a schedule does, over the choice of one. */
  bySchedule: string
  /** Below the wizard's headings of the steps "Settings" and "Schedule". */
  settings: string
  schedule: string
  /** Before the first one. */
  notYet: string
  /** What a new integration is told to do, after "Press …". */
  press: string
  /** Once it has synced. */
  done: string
  /** What somebody should know who disconnects it. */
  leaving: (integration: IntegrationView) => string
  page: { href: string; label: string }
}

const leavingDevices = ({ deviceCount }: IntegrationView): string =>
  deviceCount === 0
    ? "It has brought in no devices."
    : `The ${count(deviceCount, "device")} it reported stay in the inventory; those that no other system reports are kept by hand from then on.`

const whatToTakeIn = "What to call it, and which part of it to take in."
const whenToLook = "When Rollcall should look for changes by itself."

const devices: Words = {
  verb: "Sync Devices Now",
  bySchedule: "Sync devices",
  settings: whatToTakeIn,
  schedule: whenToLook,
  notYet: "It has not synced yet. The first sync reads every device.",
  press: "to read its devices at once, or wait for the schedule.",
  done: "Its devices are in the inventory.",
  leaving: leavingDevices,
  page: { href: "/devices", label: "See devices" },
}

const words: Record<Noun, Words> = {
  device: devices,
  "device-model": devices,
  circuit: {
    verb: "Sync Circuits Now",
    bySchedule: "Sync circuits",
    settings: whatToTakeIn,
    schedule: whenToLook,
    notYet: "It has not synced yet. The first sync reads every circuit.",
    press: "to read its circuits at once, or wait for the schedule.",
    done: "Its circuits are in the inventory.",
    leaving: () =>
      "Its circuits are no longer shown, and are deleted for good after the time that removed records are kept: their stages, planners and edited values with them.",
    page: { href: "/circuits", label: "See circuits" },
  },
  "list-item": {
    verb: "Publish Now",
    bySchedule: "Publish the list",
    settings: "What to call it, and where and how its list is published.",
    schedule: "When Rollcall should fetch the list by itself and publish what changed.",
    notYet: "Nothing is published yet. The first run fetches the list and publishes it.",
    press: "to fetch its list and publish it at once, or wait for the schedule.",
    done: "Its list is published.",
    leaving: () => "What it published stays in S3. Here nothing is looked up in it any more.",
    page: { href: "/ineligible-items", label: "See the list" },
  },
}

/** How an integration is spoken of, by what it brings in. */
export const syncWords = (noun: Noun): Words => words[noun]

/** Where what an integration brings in is shown. */
export function pageOf({ provider, settings }: Pick<IntegrationView, "provider" | "settings">) {
  const { href, label } = words[nounOfProvider(provider)].page
  return { href: settings.list === "iso-codes" ? `${href}?list=iso-codes` : href, label }
}

/** `25 devices`, its circuits, or the items of the list that it publishes. */
export function holdingWords(integration: IntegrationView): string {
  const { provider, deviceCount, circuitCount, publishedItems } = integration
  switch (nounOfProvider(provider)) {
    case "device":
    case "device-model":
      return count(deviceCount, "device")
    case "list-item":
      return publishedItems === null ? "nothing published" : `${count(publishedItems, "item")} published`
    case "circuit":
      return count(circuitCount, "circuit")
  }
}
