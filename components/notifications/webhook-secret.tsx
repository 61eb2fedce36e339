"use client"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { CopyButton } from "@/components/ui/copy-button"
import { Notice } from "@/components/ui/notice"

type Props = { secret: string; title: string; children: ReactNode; onDone: () => void }

/** The secret of a webhook that was just made: shown this once. */
export function WebhookSecret({ secret, title, children, onDone }: Props) {
  return (
    <div className="space-y-4 p-5">
      <Notice tone="good" title={title}>
        {children}
      </Notice>
      <div className="flex items-center gap-2">
        <code className="min-w-0 flex-1 rounded-md bg-sunken px-3 py-2 font-mono text-xs wrap-anywhere">
          {secret}
        </code>
        <CopyButton text={secret} what="secret" />
      </div>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  )
}
