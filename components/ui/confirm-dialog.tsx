"use client"
import { lazy, type ReactNode } from "react"
import { FetchedPart } from "./fetched-part"
import { useOnceOpened } from "./use-once-opened"

export type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What will be gone, and what stays. */
  children: ReactNode
  /** The verb on the button that does it. */
  verb: string
  /** `primary` for what is asked about only because it is much. */
  tone?: "danger" | "primary"
  busy: boolean
  error: string | null
  onConfirm: () => void
}

const Question = lazy(() => import("./confirm-question"))

/** Asks before something that cannot be taken back, or that is much. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const wasOpened = useOnceOpened(props.open)
  if (!wasOpened) return null
  return (
    <FetchedPart name={`“${props.title}”`} fallback={null}>
      <Question {...props} />
    </FetchedPart>
  )
}
