"use client"
import { useMutation } from "@tanstack/react-query"
import { KeyRound } from "lucide-react"
import { useState } from "react"
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
  const rotation = useMutation({
    mutationFn: () => rotate({ id }),
    onSuccess: (result) => {
      if (!result.ok) return
      setAsking(false)
      setSecret(result.value.secret)
    },
  })
  const refusal = rotation.data?.ok === false ? rotation.data.message : null
  const unreachable = rotation.isError ? "Rollcall cannot be reached. Nothing was changed; try again." : null
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
        error={refusal ?? unreachable}
        onConfirm={() => rotation.mutate()}
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
