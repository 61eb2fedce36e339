"use client"
import { Check, Copy } from "lucide-react"
import { useState } from "react"

/** An id to copy: its end is enough to tell it apart, the whole is copied. */
export function CopyableId({ id, label }: { id: string; label: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(id)
    setCopied(true)
  }
  const Icon = copied ? Check : Copy
  return (
    <button
      type="button"
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
      title={id}
      className="inline-flex max-w-full items-center gap-1 rounded-sm bg-sunken px-1.5 font-mono text-ink-soft text-xs hover:text-ink"
    >
      <span className="sr-only">{copied ? `Copied ${label}` : `Copy ${label}`}</span>
      <span className="truncate">{id.length > 14 ? `…${id.slice(-8)}` : id}</span>
      <Icon aria-hidden className="size-3 shrink-0" />
    </button>
  )
}
