"use client"
import { Search, X } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import { Input } from "./input"
import { joinClasses } from "./join-classes"

const pauseMs = 250

type Props = {
  /** The accessible name: what is searched. */
  label: string
  /** What can be typed. */
  placeholder: string
  value: string
  onChange: (search: string) => void
  className?: string
}

/** Searches as one types, after a short pause. */
export function SearchInput({ label, placeholder, value, onChange, className }: Props) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const latest = useRef(onChange)
  latest.current = onChange

  // The address changed by other means, such as the browser's back button
  if (value !== sent.current) {
    sent.current = value
    setText(value)
  }

  useEffect(() => {
    const wanted = text.trim()
    if (wanted === sent.current) return
    const timer = setTimeout(() => {
      sent.current = wanted
      latest.current(wanted)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <search
      aria-label={label}
      className={joinClasses("relative min-w-0", className ?? "flex-1 basis-40 max-sm:basis-full")}
    >
      <Search
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-4 text-ink-faint"
      />
      <Input
        type="text"
        role="searchbox"
        aria-label={label}
        placeholder={placeholder}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={joinClasses("text-ellipsis pl-8", text !== "" && "pr-8")}
      />
      {text !== "" && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => setText("")}
          className="absolute inset-y-0 right-0 grid w-8 place-items-center rounded-md text-ink-faint hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </search>
  )
}
