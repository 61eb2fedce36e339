"use client"
import { Input as Base } from "@base-ui/react/input"
import type { ComponentProps } from "react"
import { twMerge } from "tailwind-merge"

export const controlStyles =
  "h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink text-sm placeholder:text-ink-faint hover:border-ink-faint data-invalid:border-bad aria-invalid:border-bad disabled:opacity-60 max-md:h-9 max-md:text-base"

export function Input({
  className,
  ...rest
}: Omit<ComponentProps<"input">, "defaultValue"> & { defaultValue?: string }) {
  return <Base autoComplete="off" {...rest} className={twMerge(controlStyles, className)} />
}
