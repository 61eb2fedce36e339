"use client"
import { Eye, EyeOff } from "lucide-react"
import { type ComponentProps, useState } from "react"
import { Input } from "./input"

/** An input for a secret: hidden unless asked for, and never offered to a password store. */
export function SecretInput(props: Omit<ComponentProps<typeof Input>, "type" | "className">) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className="relative">
      <Input
        autoComplete="off"
        spellCheck={false}
        data-1p-ignore
        {...props}
        type={shown ? "text" : "password"}
        className="pr-9 font-mono placeholder:font-sans"
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-label="Show what is typed"
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-md text-ink-faint hover:text-ink"
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </div>
  )
}
