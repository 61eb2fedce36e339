"use client"
import { lazy, type ReactNode, Suspense } from "react"
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
    <Suspense fallback={null}>
      <Window {...props} />
    </Suspense>
  )
}
