"use client"
import { useQueryClient } from "@tanstack/react-query"
import { Trash2 } from "lucide-react"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { toast } from "@/components/ui/toast"
import type { Role } from "@/lib/domain/account"
import type { ActionResult } from "@/lib/domain/action-result"
import type { DeviceModelView } from "@/lib/domain/device-model"

type Props = {
  model: DeviceModelView
  role: Role
  remove: (input: { id: string }) => Promise<ActionResult<void>>
}

/** Deletes a model of the account's own, after saying what that means. */
export function DeleteModel({ model, role, remove }: Props) {
  const router = useRouter()
  const cache = useQueryClient()
  const [open, setOpen] = useState(false)
  const removal = useAction({
    act: () => remove({ id: model.id }),
    onDone: async () => {
      setOpen(false)
      toast(`${model.name} was deleted`)
      await cache.invalidateQueries({ queryKey: ["device-models"] })
      router.push("/models")
    },
    unanswered: "Nothing was deleted; try again.",
  })
  return (
    <>
      <Button
        variant="ghost"
        reason={role === "ADMIN" ? null : "Only an admin of your account can delete models."}
        onClick={() => setOpen(true)}
      >
        <Trash2 aria-hidden /> Delete
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Delete ${model.name}?`}
        verb="Delete model"
        busy={removal.isPending}
        error={removal.failure}
        onConfirm={() => removal.run()}
      >
        <p>
          Devices of this model stay as they are. New ones that name it wait until there is such a model
          again.
        </p>
      </ConfirmDialog>
    </>
  )
}
