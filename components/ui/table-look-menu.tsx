"use client"
import { SlidersHorizontal } from "lucide-react"
import { lazy } from "react"
import { buttonStyles } from "./button-styles"
import { OnDemand } from "./on-demand"
import type { TableLook } from "./table-look"

export type LookMenuProps = {
  /** Columns that can be hidden. */
  columns: { id: string; name: string }[]
  look: TableLook
  onChange: (change: Partial<TableLook>) => void
}

const load = () => import("./table-look-popup")
const Popup = lazy(load)

/** Chooses a table's columns and how close its rows stand. */
export function TableLookMenu(props: LookMenuProps) {
  const face = (
    <>
      <SlidersHorizontal aria-hidden /> View
    </>
  )
  return (
    <OnDemand
      opens="dialog"
      preload={load}
      className={buttonStyles({})}
      popup={<Popup face={face} {...props} />}
    >
      {face}
    </OnDemand>
  )
}
