"use client"
import { Toast } from "@base-ui/react/toast"
import { X } from "lucide-react"
import { useEffect } from "react"
import { buttonStyles } from "./button-styles"
import type { Message } from "./toast"

const manager = Toast.createToastManager()
const shownMs = 6000

type Props = { waiting: Message[]; onTaken: () => void }

/** Messages in the page's corner, the newest at the bottom, at most three. */
export default function ToastList({ waiting, onTaken }: Props) {
  useEffect(() => {
    if (waiting.length === 0) return
    for (const message of waiting) {
      const { title, description } = message
      const id = String(message.id) // added twice it is still one
      if (description === null) manager.add({ id, title, timeout: shownMs })
      else manager.add({ id, title, description, timeout: 0, priority: "high", type: "failure" })
    }
    onTaken()
  }, [waiting, onTaken])
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Toasts() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      className="rounded-md border border-line border-l-4 border-l-accent bg-raised shadow-overlay transition-opacity data-[type=failure]:border-l-bad data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3 py-2 pr-2 pl-3">
        <div className="min-w-0 flex-1">
          <Toast.Title className="line-clamp-2 font-medium wrap-anywhere" render={<p />} />
          <Toast.Description className="text-ink-soft wrap-anywhere" />
        </div>
        <Toast.Close aria-label="Close message" className={buttonStyles({ variant: "ghost", size: "sm" })}>
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
