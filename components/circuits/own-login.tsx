"use client"
import { useState } from "react"
import { useAction } from "@/components/actions/use-action"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { ExactTime } from "@/components/ui/exact-time"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { SecretInput } from "@/components/ui/secret-input"
import { toast } from "@/components/ui/toast"
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

/** One's own login in the connected system: what one syncs by hand goes by it. */
export function OwnLogin({ integration, login, save, remove }: Props) {
  const [username, setUsername] = useState(login?.username ?? "")
  const [password, setPassword] = useState("")
  const saving = useAction({
    act: () => save({ integrationId: integration.id, username, password }),
    onDone: () => {
      setPassword("")
      toast("Your login was checked and saved")
    },
  })
  const removing = useAction({
    act: (loginId: string) => remove({ integrationId: integration.id, loginId }),
    onDone: () => toast("Your login was removed"),
    toldAs: "Your login was not removed",
  })
  return (
    <Panel title={`Your login in ${integration.name}`} aside={login !== null && <State login={login} />}>
      <form
        className="grid max-w-xl gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          saving.run()
        }}
      >
        <p className="text-ink-soft">
          Syncs that you start go by your own login, and so do planned units of circuits that you plan.
          Without one the service account is used.
        </p>
        <Field
          label="User name"
          help="With its domain, as DOMAIN\user."
          errors={saving.errors["credentials.username"]}
        >
          <Input value={username} spellCheck={false} onChange={(event) => setUsername(event.target.value)} />
        </Field>
        <Field
          label="Password"
          help="Checked at once, and stored encrypted."
          errors={saving.errors["credentials.password"]}
        >
          <SecretInput
            name="own-password"
            value={password}
            placeholder={login === null ? "" : "Set. Type to replace it."}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {saving.failure !== null && <Notice tone="bad" title={saving.failure} />}
        <div className="flex gap-2">
          <Button type="submit" busy={saving.isPending} disabled={username.trim() === "" || password === ""}>
            Check and save
          </Button>
          {login !== null && (
            <Button variant="ghost" busy={removing.isPending} onClick={() => removing.run(login.id)}>
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
