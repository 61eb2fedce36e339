"use client"
import { type RefCallback, useCallback, useState } from "react"

/** Whether an element has come into sight, from then on true. */
export function useSeen(): [place: RefCallback<HTMLElement>, isSeen: boolean] {
  const [isSeen, setSeen] = useState(false)
  const place = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return
      setSeen(true)
      watch.disconnect()
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return [place, isSeen]
}
