"use client"
import { Building2, ChevronsUpDown } from "lucide-react"
import { lazy } from "react"
import { OnDemand } from "@/components/ui/on-demand"
import type { ActionResult } from "@/lib/domain/action-result"
import { useAccountChange } from "./account-channel"

export type AccountPlaceProps = {
  /** The account one works in. */
  id: string
  /** All that one belongs to, by name. */
  all: { id: string; name: string }[]
  choose: (input: { accountId: string }) => Promise<ActionResult<null>>
}

const load = () => import("./account-choice")
const Choice = lazy(load)

/** Whose inventory this is, at the top of every page; who belongs to several accounts changes over to another here. */
export function AccountPlace(props: AccountPlaceProps) {
  useAccountChange()
  const name = props.all.find(({ id }) => id === props.id)?.name ?? ""
  const face = <Face name={name} />
  if (props.all.length < 2) {
    return (
      <p className="flex min-w-0 items-center gap-2 px-2.5 text-ink-soft" title={name}>
        {face}
      </p>
    )
  }
  const button = (
    <>
      {face}
      <ChevronsUpDown aria-hidden className="ml-auto size-3.5 shrink-0 text-ink-faint" />
    </>
  )
  return (
    <OnDemand
      opens="menu"
      preload={load}
      className={look}
      popup={<Choice className={look} face={button} {...props} />}
    >
      {button}
    </OnDemand>
  )
}

const look =
  "flex h-8 w-full min-w-0 items-center gap-2 rounded-md px-2.5 text-left text-ink-soft hover:bg-line/50 hover:text-ink max-md:h-10"

function Face({ name }: { name: string }) {
  return (
    <>
      <Building2 aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="sr-only">Account: </span>
      <span className="truncate">{name}</span>
    </>
  )
}
