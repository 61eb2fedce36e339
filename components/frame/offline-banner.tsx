"use client"
import { WifiOff } from "lucide-react"
import { useSyncExternalStore } from "react"

/** Says, while the browser has no network, that what shows may be old. It goes by itself. */
export function OfflineBanner() {
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  )
  if (isOnline) return null
  return (
    <p
      role="status"
      className="flex items-center gap-2 border-warn/30 border-b bg-warn-soft px-4 py-2 md:px-8 lg:px-10"
    >
      <WifiOff aria-hidden className="size-4 shrink-0 text-warn" />
      Your browser is offline. What you see may be out of date; it goes on by itself once the connection is
      back.
    </p>
  )
}

function listen(tell: () => void): () => void {
  window.addEventListener("online", tell)
  window.addEventListener("offline", tell)
  return () => {
    window.removeEventListener("online", tell)
    window.removeEventListener("offline", tell)
  }
}
