"use client"
import { Field as Base } from "@base-ui/react/field"
import type { ReactNode } from "react"

type Props = {
  label: string
  help?: ReactNode
  /** What is wrong with the value, in words for the person who typed it. */
  errors?: string[] | undefined
  optional?: boolean
  children: ReactNode
}

/** A labelled control with its help and its errors bound to it. */
export function Field({ label, help, errors = [], optional = false, children }: Props) {
  return (
    <Base.Root invalid={errors.length > 0} className="flex flex-col gap-1">
      <Base.Label className="flex items-baseline gap-1.5 font-medium">
        {label}
        {optional && <span className="font-normal text-ink-faint text-xs">optional</span>}
      </Base.Label>
      {children}
      {errors.length > 0 && (
        <Base.Error match className="text-bad text-xs">
          {errors.join(" ")}
        </Base.Error>
      )}
      {help !== undefined && (
        <Base.Description className="text-ink-faint text-xs text-pretty">{help}</Base.Description>
      )}
    </Base.Root>
  )
}
