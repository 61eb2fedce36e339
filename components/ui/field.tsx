"use client"
import { createContext, type ReactNode, useContext, useId } from "react"

type Props = {
  label: string
  help?: ReactNode
  /** What is wrong with the value, in words for the person who typed it. */
  errors?: string[] | undefined
  optional?: boolean
  children: ReactNode
}

type Bound = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined }

const context = createContext<Bound | null>(null)

/** A labelled control with its help and its errors bound to it. */
export function Field({ label, help, errors = [], optional = false, children }: Props) {
  const id = useId()
  const isWrong = errors.length > 0
  const described = [isWrong ? `${id}-error` : "", help === undefined ? "" : `${id}-help`].filter(Boolean)
  const bound: Bound = {
    id,
    "aria-describedby": described.join(" ") || undefined,
    "aria-invalid": isWrong || undefined,
  }
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="flex items-baseline gap-1.5 font-medium">
        {label}
        {optional && <span className="font-normal text-ink-faint text-xs">optional</span>}
      </label>
      <context.Provider value={bound}>{children}</context.Provider>
      {isWrong && (
        <p id={`${id}-error`} className="text-bad text-xs">
          {errors.join(" ")}
        </p>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className="text-ink-faint text-xs text-pretty">
          {help}
        </p>
      )}
    </div>
  )
}

/** What binds a control to the Field around it; nothing where there is none. */
export const useField = (): Partial<Bound> => useContext(context) ?? {}
