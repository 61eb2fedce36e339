"use client"
import { LoaderCircle } from "lucide-react"
import type { ComponentProps, MouseEvent } from "react"
import { type ButtonLook, buttonStyles } from "./button-styles"
import { Tooltip } from "./tooltip"

type Props = Omit<ComponentProps<"button">, "color"> &
  ButtonLook & {
    /** Work that this button started is under way: it spins and takes no second press. */
    busy?: boolean
    /** Why it cannot be pressed now, shown on hover and focus. */
    reason?: string | null
  }

/** Does something. While it cannot be pressed it keeps the focus, so that nobody loses their place. */
export function Button({ variant, size, busy = false, reason = null, className, children, ...rest }: Props) {
  const isOff = busy || rest.disabled === true || reason !== null
  const button = (
    <button
      type="button"
      {...rest}
      disabled={false}
      aria-disabled={isOff || undefined}
      aria-busy={busy || undefined}
      onClick={isOff ? ignore : rest.onClick}
      className={buttonStyles({ variant, size, className })}
    >
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  )
  return reason === null ? button : <Tooltip text={reason}>{button}</Tooltip>
}

/** Keeps a button that cannot be pressed from submitting the form it stands in. */
const ignore = (event: MouseEvent) => event.preventDefault()
