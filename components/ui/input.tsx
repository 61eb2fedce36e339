"use client"
import type { ComponentProps } from "react"
import { useField } from "./field"
import { joinClasses } from "./join-classes"

export const controlStyles = "control"

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input autoComplete="off" {...useField()} {...rest} className={joinClasses(controlStyles, className)} />
  )
}
