"use client"
import { type ComponentProps, type ReactNode, useState } from "react"
import { FetchedPart } from "./fetched-part"

type Props = {
  /** Begins to fetch the popup's code; called when somebody comes near. */
  preload: () => Promise<unknown>
  /** The control with its popup, open from the start. It takes this one's place once it was pressed. */
  popup: ReactNode
  /** What the control opens. */
  opens: "menu" | "dialog"
} & Omit<ComponentProps<"button">, "popover">

/**
 * A button whose popup is fetched only when somebody reaches for it, so that a page's first load does not carry it. From the
 * first press on the popup's own trigger stands here, and does all the rest.
 */
export function OnDemand({ preload, popup, opens, ...rest }: Props) {
  const [isWanted, setWanted] = useState(false)
  const plain = (
    <button
      type="button"
      aria-haspopup={opens}
      aria-expanded={isWanted}
      {...rest}
      onPointerEnter={() => void preload()}
      onFocus={() => void preload()}
      onClick={() => setWanted(true)}
    />
  )
  if (!isWanted) return plain
  return (
    <FetchedPart name="What this opens" fallback={plain}>
      {popup}
    </FetchedPart>
  )
}
