"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { ExactTime } from "@/components/ui/exact-time"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { SecretInput } from "@/components/ui/secret-input"
import { toast, toastFailure } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { LoginView } from "@/lib/domain/login"

type Props = {
  integration: { id: string; name: string }
  login: LoginView | null
  save: (input: {
    integrationId: string
    username: string
    password: string
  }) => Promise<ActionResult<LoginView[]>>
  remove: (input: { integrationId: string; loginId: string }) => Promise<ActionResult<null>>
}

const unreachable = "Rollcall cannot be reached. Try again."

/** One's own login in the connected system: what one syncs by hand goes by it. */
export function OwnLogin({ integration, login, save, remove }: Props) {
  const [username, setUsername] = useState(login?.username ?? "")
  const [password, setPassword] = useState("")
  const saving = useMutation({
    mutationFn: () => save({ integrationId: integration.id, username, password }),
    onError: () => toastFailure("Your login was not saved", unreachable),
    onSuccess: (result) => {
      if (!result.ok) return
      setPassword("")
      toast("Your login was checked and saved")
    },
  })
  const removing = useMutation({
    mutationFn: (loginId: string) => remove({ integrationId: integration.id, loginId }),
    onError: () => toastFailure("Your login was not removed", unreachable),
    onSuccess: (result) => {
      if (result.ok) toast("Your login was removed")
      else toastFailure("Your login was not removed", result.message)
    },
  })
  const refused = saving.data?.ok === false ? saving.data : null
  return (
    <Panel title={`Your login in ${integration.name}`} aside={login !== null && <State login={login} />}>
      <form
        className="grid max-w-xl gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <p className="text-ink-soft">
          Syncs that you start go by your own login, and so do planned units of circuits that you plan.
          Without one the service account is used.
        </p>
        <Field
          label="User name"
          help="With its domain, as DOMAIN\user."
          errors={refused?.errors["credentials.username"]}
        >
          <Input value={username} spellCheck={false} onChange={(event) => setUsername(event.target.value)} />
        </Field>
        <Field
          label="Password"
          help="Checked at once, and stored encrypted."
          errors={refused?.errors["credentials.password"]}
        >
          <SecretInput
            name="own-password"
            value={password}
            placeholder={login === null ? "" : "Set. Type to replace it."}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {refused !== null && <Notice tone="bad" title={refused.message} />}
        <div className="flex gap-2">
          <Button type="submit" busy={saving.isPending} disabled={username.trim() === "" || password === ""}>
            Check and save
          </Button>
          {login !== null && (
            <Button variant="ghost" busy={removing.isPending} onClick={() => removing.mutate(login.id)}>
              Remove
            </Button>
          )}
        </div>
      </form>
    </Panel>
  )
}

function State({ login: { state, lastUsedAt } }: { login: LoginView }) {
  if (state === "needs_check") return <Badge tone="bad">Not used any more: enter it again</Badge>
  if (lastUsedAt === null) return <Badge tone="quiet">Not used yet</Badge>
  return (
    <span className="text-ink-faint text-xs">
      Last used <ExactTime at={lastUsedAt} />
    </span>
  )
}
