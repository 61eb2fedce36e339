"use server"
import { z } from "zod"
import { runAction } from "@/app/(signed-in)/run-action"
import { notificationRulesUpdate } from "@/lib/domain/notification-rules"
import { webhookInput, webhookUpdate } from "@/lib/domain/webhook"
import { queueTestEmail } from "@/lib/emails/queue-test-email"
import { updateNotificationRules } from "@/lib/notifications/update-notification-rules"
import { createWebhook } from "@/lib/webhooks/create-webhook"
import { deleteWebhook } from "@/lib/webhooks/delete-webhook"
import { redeliver } from "@/lib/webhooks/redeliver"
import { rotateSecret } from "@/lib/webhooks/rotate-secret"
import { testWebhook } from "@/lib/webhooks/test-webhook"
import { updateWebhook } from "@/lib/webhooks/update-webhook"

export const changeRulesAction = async (input: unknown) =>
  runAction({ schema: notificationRulesUpdate, input, act: updateNotificationRules })

export const testEmailAction = async (input: unknown) =>
  runAction({ schema: z.object({}), input, act: queueTestEmail })

export const createWebhookAction = async (input: unknown) =>
  runAction({ schema: webhookInput, input, act: createWebhook })

const byId = z.object({ id: z.uuid() })

export const updateWebhookAction = async (input: unknown) =>
  runAction({
    schema: byId.extend({ change: webhookUpdate }),
    input,
    act: (actor, { id, change }) => updateWebhook(actor, id, change),
  })

export const rotateSecretAction = async (input: unknown) =>
  runAction({ schema: byId, input, act: (actor, { id }) => rotateSecret(actor, id, new Date()) })

export const deleteWebhookAction = async (input: unknown) =>
  runAction({
    schema: byId,
    input,
    act: async (actor, { id }) => {
      await deleteWebhook(actor, id)
      return null
    },
  })

export const testWebhookAction = async (input: unknown) =>
  runAction({ schema: byId, input, act: (actor, { id }) => testWebhook(actor, id) })

export const redeliverAction = async (input: unknown) =>
  runAction({ schema: byId.extend({ delivery: z.uuid() }), input, act: redeliver })
