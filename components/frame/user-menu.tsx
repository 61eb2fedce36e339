"use client"
import { ChevronsUpDown } from "lucide-react"
import { lazy } from "react"
import { OnDemand } from "@/components/ui/on-demand"
import { type Person, roleNames } from "./person"

const load = () => import("./user-menu-popup")
const Popup = lazy(load)

const look = "flex w-full min-w-0 items-center gap-2 rounded-md p-1.5 text-left hover:bg-line/50"

/** Who is signed in, and the way out. */
export function UserMenu({ person }: { person: Person }) {
  const face = <Face person={person} />
  return (
    <OnDemand
      opens="menu"
      preload={load}
      className={look}
      popup={<Popup className={look} face={face} person={person} />}
    >
      {face}
    </OnDemand>
  )
}

function Face({ person }: { person: Person }) {
  return (
    <>
      <span
        aria-hidden
        className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent text-xs"
      >
        {initialsOf(person.name)}
      </span>
      <span className="min-w-0 flex-1 leading-tight">
        <span className="block truncate font-medium">{person.name}</span>
        <span className="block truncate text-ink-faint text-xs">{roleNames[person.role]}</span>
      </span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
    </>
  )
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "")
  return letters.join("").toUpperCase() || "?"
}
