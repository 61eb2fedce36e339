"use client"
import { lazy, type ReactNode } from "react"
import { FetchedPart } from "./fetched-part"
import { useOnceOpened } from "./use-once-opened"

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  lead?: string
  /** Widens it for tables. */
  wide?: boolean
  children: ReactNode
}

const Window = lazy(() => import("./dialog-window"))

/** A window over the page; Escape and a press outside close it, the focus returns to where it was. */
export function Dialog(props: DialogProps) {
  const wasOpened = useOnceOpened(props.open)
  if (!wasOpened) return null
  return (
    <FetchedPart name={`“${props.title}”`} fallback={null}>
      <Window {...props} />
    </FetchedPart>
  )
}
