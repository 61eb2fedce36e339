"use client"
import { Button } from "@/components/ui/button"
import { CopyButton } from "@/components/ui/copy-button"
import { Notice } from "@/components/ui/notice"
import type { WebhookMade } from "@/lib/domain/webhook"

/** The secret of a webhook that was just made: shown this once. */
export function WebhookSecret({ webhook, onDone }: { webhook: WebhookMade; onDone: () => void }) {
  return (
    <div className="space-y-4 p-5">
      <Notice tone="good" title={`${webhook.name} was added`}>
        Give the receiver this secret to verify what comes with. It is not shown again.
      </Notice>
      <div className="flex items-center gap-2">
        <code className="min-w-0 flex-1 rounded-md bg-sunken px-3 py-2 font-mono text-xs wrap-anywhere">
          {webhook.secret}
        </code>
        <CopyButton text={webhook.secret} what="secret" />
      </div>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  )
}
