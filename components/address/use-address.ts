"use client"
import { useSearchParams } from "next/navigation"

type Place<A> = {
  read: (query: URLSearchParams) => A
  write: (address: A) => string
  /** What every other change takes back: the pages gone through. */
  anew: Partial<A>
}

/** What a page's address asks for, and how to ask for something else. */
export function useAddress<A extends object>({ read, write, anew }: Place<A>) {
  const address = read(new URLSearchParams(useSearchParams()))
  const go = (change: Partial<A>) =>
    // The address alone: the list itself is read by React Query, so the server need not render the page again
    window.history.pushState(null, "", write({ ...address, ...anew, ...change }))
  return { address, go }
}
