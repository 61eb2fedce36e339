"use client"
import { lazy, type ReactNode } from "react"
import { FetchedPart } from "./fetched-part"
import { useOnceOpened } from "./use-once-opened"

export type DrawerProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** The edge that it comes from: left for the way around, right for more about something. */
  side: "left" | "right"
  children: ReactNode
}

const Sheet = lazy(() => import("./drawer-sheet"))

/** A sheet drawn in from an edge, for what needs the page's whole height. It closes like a dialog. */
export function Drawer(props: DrawerProps) {
  const wasOpened = useOnceOpened(props.open)
  if (!wasOpened) return null
  return (
    <FetchedPart name={`“${props.title}”`} fallback={null}>
      <Sheet {...props} />
    </FetchedPart>
  )
}
