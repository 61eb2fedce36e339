"use client"
import { Button as BaseButton } from "@base-ui/react/button"
import { LoaderCircle } from "lucide-react"
import type { ComponentProps } from "react"
import { twMerge } from "tailwind-merge"
import { type ButtonLook, buttonStyles } from "./button-styles"
import { Tooltip } from "./tooltip"

type Props = Omit<ComponentProps<"button">, "color"> &
  ButtonLook & {
    /** Work that this button started is under way: it spins and takes no second press. */
    busy?: boolean
    /** Why it cannot be pressed now, shown on hover and focus. */
    reason?: string | null
  }

export function Button({ variant, size, busy = false, reason = null, className, children, ...rest }: Props) {
  const off = busy || rest.disabled === true || reason !== null
  const button = (
    <BaseButton
      type="button"
      {...rest}
      disabled={off}
      focusableWhenDisabled
      aria-busy={busy || undefined}
      className={twMerge(buttonStyles({ variant, size }), className)}
    >
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </BaseButton>
  )
  return reason === null ? button : <Tooltip text={reason}>{button}</Tooltip>
}
