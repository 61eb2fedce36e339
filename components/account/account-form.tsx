"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { Select } from "@/components/ui/select"
import { toast } from "@/components/ui/toast"
import type { AccountUpdate, AccountView, DeviceSource } from "@/lib/domain/account"
import type { ActionResult } from "@/lib/domain/action-result"

type Props = {
  account: AccountView
  /** What its devices can come from. */
  sources: { value: DeviceSource; label: string }[]
  update: (input: AccountUpdate) => Promise<ActionResult<AccountView>>
}

/** The account's name, and which MDM its devices come from (S0-DETECT). */
export function AccountForm({ account, sources, update }: Props) {
  const router = useRouter()
  const [name, setName] = useState(account.name)
  const [source, setSource] = useState(account.deviceSource)
  const save = useAction({
    act: () => update({ name, deviceSource: source }),
    onDone: () => {
      toast("The account was saved")
      router.refresh()
    },
    unanswered: "Nothing was saved; try again.",
  })
  return (
    <Panel label="Account">
      <form
        className="space-y-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.run()
        }}
      >
        {save.failure !== null && <Notice tone="bad" title={save.failure} />}
        <Field label="Name" errors={save.errors.name}>
          <Input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field
          label="Device source"
          errors={save.errors.deviceSource}
          help="Scheduled syncs run only for the MDM chosen here. With “Kept by hand” they skip this account; a sync by hand always works."
        >
          <Select value={source} choices={sources} onChange={setSource} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={save.isPending}>
            Save changes
          </Button>
        </div>
      </form>
    </Panel>
  )
}
