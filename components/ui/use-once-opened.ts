"use client"
import { useState } from "react"

/** Whether something is open or ever was: until then its code need not be there, afterwards it can close in its own time. */
export function useOnceOpened(open: boolean): boolean {
  const [wasOpened, setOpened] = useState(open)
  if (open && !wasOpened) setOpened(true)
  return open || wasOpened
}
