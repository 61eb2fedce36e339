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
import type { DeviceDetail } from "@/lib/domain/device"
import { AddDeviceForm, type NewDevice } from "./add-device-form"
import { titleOf } from "./device-wording"

export type CreateDevice = (input: NewDevice) => Promise<ActionResult<DeviceDetail>>

/** Adds a device that is kept by hand. */
export function AddDevice({ role, create }: { role: Role; create: CreateDevice }) {
  const router = useRouter()
  const cache = useQueryClient()
  const [open, setOpen] = useState(false)
  const creation = useMutation({
    mutationFn: create,
    onSuccess: async (result) => {
      if (!result.ok) return
      setOpen(false)
      toast(`${titleOf(result.value)} was added`)
      await cache.invalidateQueries({ queryKey: ["devices"] })
      router.push(`/devices/${result.value.id}`)
    },
  })
  const refused = creation.data?.ok === false ? creation.data : null
  const unreachable = creation.isError ? "Rollcall cannot be reached. Nothing was added; try again." : null
  return (
    <>
      <Button
        reason={role === "ADMIN" ? null : "Only an admin of your account can add devices."}
        onClick={() => {
          creation.reset()
          setOpen(true)
        }}
      >
        <Plus aria-hidden /> Add device
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Add a device by hand"
        lead="When a connected system reports the same serial number, the two become one."
      >
        <AddDeviceForm
          busy={creation.isPending}
          failure={unreachable ?? refused?.message ?? null}
          errors={refused?.errors ?? {}}
          onSubmit={(device) => creation.mutate(device)}
        />
      </Dialog>
    </>
  )
}
