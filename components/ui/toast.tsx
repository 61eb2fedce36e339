"use client"
import { lazy, useSyncExternalStore } from "react"
import { FetchedPart } from "./fetched-part"

/** A short message; one without a description goes by itself. */
export type Message = { id: number; title: string; description: string | null }

type State = { waiting: Message[]; wasUsed: boolean }

let state: State = { waiting: [], wasUsed: false }
let last = 0
const listeners = new Set<() => void>()

/** Says briefly that something was done; what stays true is also shown in its place. */
export function toast(title: string): void {
  add({ id: ++last, title, description: null })
}

/** Says that something was not done and why. It stays until it is closed. */
export function toastFailure(title: string, description: string): void {
  add({ id: ++last, title, description })
}

function add(message: Message): void {
  set({ waiting: [...state.waiting, message], wasUsed: true })
}

function set(next: State): void {
  state = next
  for (const tell of listeners) tell()
}

const none: State = { waiting: [], wasUsed: false }

const List = lazy(() => import("./toast-list"))

/** Where messages show. What shows them is fetched with the first. */
export function Toaster() {
  const { waiting, wasUsed } = useSyncExternalStore(
    listen,
    () => state,
    () => none,
  )
  if (!wasUsed) return null
  return (
    <FetchedPart name="A message" fallback={null}>
      <List waiting={waiting} onTaken={() => set({ ...state, waiting: [] })} />
    </FetchedPart>
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
