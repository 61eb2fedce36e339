import type { Metadata } from "next"
import { signedInActor } from "@/app/(signed-in)/signed-in-actor"
import { RoleNotice } from "@/components/frame/role-notice"
import { EmailPanel } from "@/components/notifications/email-panel"
import { RulesPanel } from "@/components/notifications/rules-panel"
import { WebhooksPanel } from "@/components/notifications/webhooks-panel"
import { PageHeading } from "@/components/ui/page-heading"
import type { Actor } from "@/lib/domain/account"
import { getNotificationSettings } from "@/lib/notifications/get-notification-settings"
import { listWebhooks } from "@/lib/webhooks/list-webhooks"
import {
  changeRulesAction,
  createWebhookAction,
  deleteWebhookAction,
  redeliverAction,
  rotateSecretAction,
  testEmailAction,
  testWebhookAction,
  updateWebhookAction,
} from "./actions"

export const metadata: Metadata = { title: "Notifications" }

const webhookActions = {
  create: createWebhookAction,
  update: updateWebhookAction,
  rotate: rotateSecretAction,
  remove: deleteWebhookAction,
  test: testWebhookAction,
  redeliver: redeliverAction,
}

export default async function NotificationsPage() {
  const actor = await signedInActor()
  return (
    <div className="max-w-3xl">
      <PageHeading title="Notifications" lead="What the admins of this account are told, and where." />
      {actor.role === "ADMIN" ? (
        <Settings actor={actor} />
      ) : (
        <RoleNotice what="change the notifications" role={actor.role} back="/" />
      )}
    </div>
  )
}

async function Settings({ actor }: { actor: Actor }) {
  const [settings, webhooks] = await Promise.all([getNotificationSettings(actor), listWebhooks(actor)])
  return (
    <div className="space-y-4">
      <RulesPanel settings={settings} changeRules={changeRulesAction} />
      <EmailPanel initial={settings} testEmail={testEmailAction} />
      <WebhooksPanel initial={{ items: webhooks, nextCursor: null }} actions={webhookActions} />
    </div>
  )
}
