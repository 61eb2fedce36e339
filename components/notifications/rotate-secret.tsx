"use client"
import { KeyRound } from "lucide-react"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog } from "@/components/ui/dialog"
import type { WebhookView } from "@/lib/domain/webhook"
import type { WebhookActions } from "./notification-actions"
import { WebhookSecret } from "./webhook-secret"

type Props = { webhook: WebhookView; rotate: WebhookActions["rotate"] }

/** Gives a webhook a new secret, after saying what becomes of the old one, and shows it this once. */
export function RotateSecret({ webhook: { id, name }, rotate }: Props) {
  const [isAsking, setAsking] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const rotation = useAction({
    act: () => rotate({ id }),
    onDone: (made) => {
      setAsking(false)
      setSecret(made.secret)
    },
    unanswered: "Nothing was changed; try again.",
  })
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        <KeyRound aria-hidden /> New secret
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Give ${name} a new secret?`}
        verb="Make a new secret"
        tone="primary"
        busy={rotation.isPending}
        error={rotation.failure}
        onConfirm={() => rotation.run()}
      >
        <p>For a day messages are signed with both secrets. After that the old one verifies nothing.</p>
      </ConfirmDialog>
      <Dialog
        open={secret !== null}
        onOpenChange={(open) => !open && setSecret(null)}
        title={`New secret of ${name}`}
      >
        {secret !== null && (
          <WebhookSecret secret={secret} title="The secret was changed" onDone={() => setSecret(null)}>
            Give it to the receiver within a day. It is not shown again.
          </WebhookSecret>
        )}
      </Dialog>
    </>
  )
}
