"use client"
import { cloneElement, lazy, type ReactElement, useRef, useState } from "react"
import { FetchedPart } from "./fetched-part"

const Bubble = lazy(() => import("./tooltip-bubble"))

type Props = { text: string; children: ReactElement<{ "aria-description"?: string }> }

/** A few words about a control on hover and focus. Never the only place where something needed is said. */
export function Tooltip({ text, children }: Props) {
  const anchor = useRef<HTMLSpanElement>(null)
  const [isNear, setNear] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the control inside takes the focus; this only watches it
    <span
      ref={anchor}
      className="inline-flex"
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
      onFocus={() => setNear(true)}
      onBlur={() => setNear(false)}
    >
      {cloneElement(children, { "aria-description": text })}
      {isNear && (
        <FetchedPart name={null} fallback={null}>
          <Bubble text={text} anchor={anchor} onClose={() => setNear(false)} />
        </FetchedPart>
      )}
    </span>
  )
}
