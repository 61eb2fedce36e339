"use client"
import { useQueryClient } from "@tanstack/react-query"
import { Plus } from "lucide-react"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { toast } from "@/components/ui/toast"
import type { Role } from "@/lib/domain/account"
import type { ActionResult } from "@/lib/domain/action-result"
import type { DeviceModelDetail } from "@/lib/domain/device-model"
import { AddModelForm, type NewModel } from "./add-model-form"

export type CreateModel = (input: NewModel) => Promise<ActionResult<DeviceModelDetail>>

/** Adds a model of the account's own (S3-MODEL). */
export function AddModel({ role, create }: { role: Role; create: CreateModel }) {
  const router = useRouter()
  const cache = useQueryClient()
  const [open, setOpen] = useState(false)
  const creation = useAction({
    act: create,
    onDone: async ({ id, name }) => {
      setOpen(false)
      toast(`${name} was added`)
      await cache.invalidateQueries({ queryKey: ["device-models"] })
      router.push(`/models/${id}`)
    },
    unanswered: "Nothing was added; try again.",
  })
  return (
    <>
      <Button
        reason={role === "ADMIN" ? null : "Only an admin of your account can add models."}
        onClick={() => {
          creation.reset()
          setOpen(true)
        }}
      >
        <Plus aria-hidden /> Add model
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Add a model by hand"
        lead="Devices that name it come in with the next sync. A system that has a model of this name takes it over."
      >
        <AddModelForm
          busy={creation.isPending}
          failure={creation.failure}
          errors={creation.errors}
          onSubmit={creation.run}
        />
      </Dialog>
    </>
  )
}
