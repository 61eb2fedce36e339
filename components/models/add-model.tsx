"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { Plus } from "lucide-react"
import { useRouter } from "next/navigation"
import { useState } from "react"
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
  const creation = useMutation({
    mutationFn: create,
    onSuccess: async (result) => {
      if (!result.ok) return
      setOpen(false)
      toast(`${result.value.name} was added`)
      await cache.invalidateQueries({ queryKey: ["device-models"] })
      router.push(`/models/${result.value.id}`)
    },
  })
  const refused = creation.data?.ok === false ? creation.data : null
  const unreachable = creation.isError ? "Rollcall cannot be reached. Nothing was added; try again." : null
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
          failure={unreachable ?? refused?.message ?? null}
          errors={refused?.errors ?? {}}
          onSubmit={(model) => creation.mutate(model)}
        />
      </Dialog>
    </>
  )
}
