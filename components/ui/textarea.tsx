"use client"
import type { ComponentProps } from "react"
import { useField } from "./field"
import { controlStyles } from "./input"
import { joinClasses } from "./join-classes"

/** A text of several lines, in the type of code. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...useField()}
      {...rest}
      className={joinClasses(controlStyles, "h-auto py-1.5 font-mono text-xs max-md:h-auto", className)}
    />
  )
}
