"use client"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { valuesOf } from "@/components/address/known-value"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { toast } from "@/components/ui/toast"
import type { AccountUpdate, AccountView } from "@/lib/domain/account"
import type { ActionResult } from "@/lib/domain/action-result"
import type { Retention } from "@/lib/domain/retention"
import { retentionNames } from "./retention-names"

type Props = {
  retention: Retention
  update: (input: AccountUpdate) => Promise<ActionResult<AccountView>>
}

const kinds = valuesOf(retentionNames)

/** For how many days things are kept (O-RETAIN). A field that is emptied goes back to the usual. */
export function RetentionForm({ retention, update }: Props) {
  const [days, setDays] = useState(() => textsOf(retention))
  const save = useAction({
    act: () => update({ retention: daysOf(days) }),
    onDone: ({ retention: saved }) => {
      setDays(textsOf(saved))
      toast("How long things are kept was saved")
    },
    unanswered: "Nothing was saved; try again.",
  })
  return (
    <Panel title="How long things are kept">
      <form
        className="space-y-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.run()
        }}
      >
        <p className="text-ink-soft">In days, from 1 to 3650. The worker deletes what is older each hour.</p>
        {save.failure !== null && <Notice tone="bad" title={save.failure} />}
        <div className="grid gap-4 sm:grid-cols-2">
          {kinds.map((kind) => (
            <Field
              key={kind}
              label={retentionNames[kind].name}
              help={retentionNames[kind].help}
              errors={save.errors[`retention.${kind}`]}
            >
              <Input
                inputMode="numeric"
                value={days[kind] ?? ""}
                onChange={(event) => setDays({ ...days, [kind]: event.target.value })}
              />
            </Field>
          ))}
        </div>
        <div className="flex justify-end">
          <Button type="submit" busy={save.isPending}>
            Save days
          </Button>
        </div>
      </form>
    </Panel>
  )
}

const textsOf = (retention: Retention): Record<string, string> =>
  Object.fromEntries(kinds.map((kind) => [kind, String(retention[kind])]))

/** What is no number is sent as such, for the server to refuse beside its field. */
function daysOf(texts: Record<string, string>) {
  const days = (text = "") => (text.trim() === "" ? null : Number(text))
  return Object.fromEntries(kinds.map((kind) => [kind, days(texts[kind])]))
}
