"use client"
import { useQueryClient } from "@tanstack/react-query"
import { Plus } from "lucide-react"
import { useRouter, useSearchParams } from "next/navigation"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { toast } from "@/components/ui/toast"
import type { Role } from "@/lib/domain/account"
import type { ActionResult } from "@/lib/domain/action-result"
import type { DeviceDetail } from "@/lib/domain/device"
import { AddDeviceForm, type NewDevice } from "./add-device-form"
import { titleOf } from "./device-wording"

export type CreateDevice = (input: NewDevice) => Promise<ActionResult<DeviceDetail>>

/** Adds a device that is kept by hand; not while the fleet of a past time is shown. */
export function AddDevice({ role, create }: { role: Role; create: CreateDevice }) {
  const router = useRouter()
  const cache = useQueryClient()
  const isPast = useSearchParams().has("asOf")
  const [open, setOpen] = useState(false)
  const creation = useAction({
    act: create,
    onDone: async (device) => {
      setOpen(false)
      toast(`${titleOf(device)} was added`)
      await cache.invalidateQueries({ queryKey: ["devices"] })
      router.push(`/devices/${device.id}`)
    },
    unanswered: "Nothing was added; try again.",
  })
  return (
    <>
      <Button
        reason={whyNot(role, isPast)}
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
          failure={creation.failure}
          errors={creation.errors}
          onSubmit={creation.run}
        />
      </Dialog>
    </>
  )
}

function whyNot(role: Role, isPast: boolean): string | null {
  if (role !== "ADMIN") return "Only an admin of your account can add devices."
  return isPast ? "This is the fleet of a past time. Go back to now to add a device." : null
}
