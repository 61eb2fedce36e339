"use client"
import { createContext, type ReactNode, useContext, useEffect, useState } from "react"

type Clock = { now: number; timeZone: string }

const context = createContext<Clock>({ now: 0, timeZone: "UTC" })

const tick = 5000

/**
 * One clock for the page. It starts with the server's time in UTC, so that what the server wrote is what the browser
 * finds, and then goes on with the browser's own time and zone.
 */
export function ClockProvider({ now, children }: { now: number; children: ReactNode }) {
  const [clock, setClock] = useState<Clock>({ now, timeZone: "UTC" })
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const set = () => setClock({ now: Date.now(), timeZone })
    set()
    const timer = setInterval(set, tick)
    return () => clearInterval(timer)
  }, [])
  return <context.Provider value={clock}>{children}</context.Provider>
}

export const useClock = (): Clock => useContext(context)
