"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { valuesOf } from "@/components/address/known-value"
import { Panel } from "@/components/ui/panel"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import { toast, toastFailure } from "@/components/ui/toast"
import type { Channels, NoticeKind, NotificationSettings } from "@/lib/domain/notification-rules"
import { noticeWords } from "./notice-wording"
import type { NotificationActions } from "./notification-actions"
import { RuleSwitch } from "./rule-switch"

type Props = { settings: NotificationSettings; changeRules: NotificationActions["changeRules"] }

type Change = { kind: NoticeKind; channel: keyof Channels; isOn: boolean }

/** Which news go where; a switch takes effect at once, and goes back when it could not be saved. */
export function RulesPanel({ settings, changeRules }: Props) {
  const [rules, setRules] = useState(settings.rules)
  const turn = ({ kind, channel, isOn }: Change) =>
    setRules((now) => ({ ...now, [kind]: { ...now[kind], [channel]: isOn } }))
  const refuse = (change: Change, why: string) => {
    turn({ ...change, isOn: !change.isOn })
    toastFailure("Nothing was changed", why)
  }
  const save = useMutation({
    mutationFn: ({ kind, channel, isOn }: Change) => changeRules({ [kind]: { [channel]: isOn } }),
    onMutate: turn,
    onSuccess: (result, change) =>
      result.ok ? toast("Notifications were saved") : refuse(change, result.message),
    onError: (_error, change) => refuse(change, "Rollcall cannot be reached. Try again."),
  })
  return (
    <Panel title="What is told where">
      <Table label="Table of notifications and channels" className="is-centred">
        <thead>
          <tr>
            <HeadCell>Notification</HeadCell>
            <HeadCell>In the app</HeadCell>
            <HeadCell>E-mail</HeadCell>
          </tr>
        </thead>
        <tbody>
          {valuesOf(noticeWords).map((kind) => (
            <Row key={kind}>
              <Cell className="whitespace-normal">
                <p className="font-medium">{noticeWords[kind].name}</p>
                <p className="text-ink-faint text-xs text-pretty">{noticeWords[kind].when}</p>
              </Cell>
              {(["inApp", "email"] as const).map((channel) => (
                <Cell key={channel}>
                  <RuleSwitch
                    label={`${noticeWords[kind].name}: ${channel === "inApp" ? "in the app" : "by e-mail"}`}
                    checked={rules[kind][channel]}
                    onChange={(isOn) => save.mutate({ kind, channel, isOn })}
                  />
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
      <p className="border-line border-t px-4 py-3 text-ink-faint text-xs text-pretty">
        Every admin of the account is told. What each webhook is told is chosen below.
      </p>
    </Panel>
  )
}
