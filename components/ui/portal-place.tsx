"use client"
import { createContext, type ReactNode, useContext, useState } from "react"

const context = createContext<HTMLElement | null | undefined>(undefined)

/** Where lists and tooltips open: inside the landmark around this, rather than at the end of the page. */
export function PortalPlace({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <context.Provider value={place}>
      {children}
      <div ref={setPlace} />
    </context.Provider>
  )
}

/** What `Portal` takes as its container; undefined, where no place is given, means the page's end. */
export const usePortalPlace = (): HTMLElement | null | undefined => useContext(context)
