import Link from "next/link"
import type { ReactNode } from "react"
import { type ButtonLook, buttonStyles } from "./button-styles"

type Props = ButtonLook & { href: string; className?: string; children: ReactNode }

/** A link that looks like a button, for going somewhere rather than doing something. */
export function LinkButton({ href, variant, size, className, children }: Props) {
  return (
    <Link href={href} className={buttonStyles({ variant, size, className })}>
      {children}
    </Link>
  )
}
