"use client"
import { ChevronDown, type LucideIcon } from "lucide-react"
import { lazy } from "react"
import { buttonStyles } from "./button-styles"
import { OnDemand } from "./on-demand"

export type ActionItem = {
  label: string
  Icon: LucideIcon
  /** What it does in a few words, or why it cannot be done. */
  note: string
  disabled: boolean
  onSelect: () => void
}

const load = () => import("./action-menu-popup")
const Popup = lazy(load)

/** A button that opens a short list of things to do. */
export function ActionMenu({ label, items }: { label: string; items: ActionItem[] }) {
  const face = (
    <>
      {label} <ChevronDown aria-hidden />
    </>
  )
  return (
    <OnDemand
      opens="menu"
      preload={load}
      className={buttonStyles({})}
      popup={<Popup face={face} items={items} />}
    >
      {face}
    </OnDemand>
  )
}
