"use client"
import { Check, Copy } from "lucide-react"
import { useState } from "react"
import { buttonStyles } from "./button-styles"

/** Copies a text. `what` names it: `Copy record`. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  const Icon = isCopied ? Check : Copy
  const label = isCopied ? `Copied ${what}` : `Copy ${what}`
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
      className={buttonStyles({ variant: "ghost", size: "icon" })}
    >
      <Icon aria-hidden />
    </button>
  )
}
