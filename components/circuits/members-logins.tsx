"use client"
import { useAction } from "@/components/actions/use-action"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import { toast } from "@/components/ui/toast"
import type { ActionResult } from "@/lib/domain/action-result"
import type { LoginView } from "@/lib/domain/login"

type Remove = (input: { integrationId: string; loginId: string }) => Promise<ActionResult<null>>
type Props = { integration: { id: string; name: string }; logins: LoginView[]; remove: Remove }

/** For admins: whose own logins the syncs of an integration may go by, and which of them it refuses. */
export function MembersLogins({ integration, logins, remove }: Props) {
  if (logins.length === 0) return null
  return (
    <Panel title={`Members' logins in ${integration.name}`}>
      <Table
        label={`Table of logins in ${integration.name}`}
        className="is-centred is-stacked md:min-w-[48rem]"
      >
        <thead>
          <tr>
            <HeadCell>Member</HeadCell>
            <HeadCell>User name</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell>Last used</HeadCell>
            <HeadCell>Last refused</HeadCell>
            <HeadCell>
              <span className="sr-only">What to do</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {logins.map((login) => (
            <Row key={login.id}>
              <Cell className="max-md:basis-full max-md:font-medium">{login.userName}</Cell>
              <Cell label="User name" className="wrap-anywhere">
                {login.username}
              </Cell>
              <Cell label="State">
                {login.state === "valid" ? (
                  <Badge tone="good">In use</Badge>
                ) : (
                  <Badge tone="bad">To be entered again</Badge>
                )}
              </Cell>
              <Cell label="Last used">
                <Moment at={login.lastUsedAt} />
              </Cell>
              <Cell label="Last refused">
                <Moment at={login.lastRefusedAt} />
              </Cell>
              <Cell className="text-right max-md:ml-auto">
                <RemoveLogin integrationId={integration.id} login={login} remove={remove} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}

const Moment = ({ at }: { at: string | null }) =>
  at === null ? <None text="never" /> : <RelativeTime at={at} />

function RemoveLogin({
  integrationId,
  login,
  remove,
}: {
  integrationId: string
  login: LoginView
  remove: Remove
}) {
  const removing = useAction({
    act: () => remove({ integrationId, loginId: login.id }),
    onDone: () => toast(`${login.username} was removed`),
    toldAs: `${login.username} was not removed`,
  })
  return (
    <Button
      size="sm"
      variant="ghost"
      busy={removing.isPending}
      aria-label={`Remove the login ${login.username}`}
      onClick={() => removing.run()}
    >
      Remove
    </Button>
  )
}
