"use client"
import type { ComponentProps } from "react"
import { twMerge } from "tailwind-merge"
import { controlStyles } from "./input"

/** A text of several lines, in the type of code. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea {...rest} className={twMerge(controlStyles, "h-auto py-1.5 font-mono text-xs", className)} />
  )
}
