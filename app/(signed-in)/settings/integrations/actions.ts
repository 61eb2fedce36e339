"use server"
import { z } from "zod"
import { runAction } from "@/app/(signed-in)/run-action"
import { integrationInput, integrationUpdate, syncSettings } from "@/lib/domain/integration"
import { scheduleEntries } from "@/lib/domain/integration-schedule"
import { json } from "@/lib/domain/json"
import { providerId } from "@/lib/domain/provider-id"
import { checkIntegration } from "@/lib/integrations/check-integration"
import { createIntegration } from "@/lib/integrations/create-integration"
import { deleteIntegration } from "@/lib/integrations/delete-integration"
import { sampleIntegration } from "@/lib/integrations/sample-integration"
import { setSchedules } from "@/lib/integrations/schedules/manage-schedules"
import { updateIntegration } from "@/lib/integrations/update-integration"
import { updateSyncSettings } from "@/lib/integrations/update-sync-settings"
import { catalog } from "@/lib/providers/catalog"
import { registry } from "@/lib/providers/registry"
import { queueSync } from "@/lib/sync-logs/queue-sync"

const id = z.object({ integrationId: z.uuid() })

export const syncAction = async (input: unknown) =>
  runAction({
    schema: id,
    input,
    act: (actor, { integrationId }) => queueSync(actor, { integrationId, mode: "sync", trigger: "manual" }),
  })

export const changeSyncSettingsAction = async (input: unknown) =>
  runAction({
    schema: id.extend({ settings: syncSettings }),
    input,
    act: (actor, { integrationId, settings }) =>
      updateSyncSettings(actor, integrationId, settings, { catalog, now: new Date() }),
  })

export const removeAction = async (input: unknown) =>
  runAction({
    schema: id,
    input,
    act: async (actor, { integrationId }) => {
      await deleteIntegration(actor, integrationId)
      return null
    },
  })

const given = { settings: z.record(z.string(), json), credentials: z.record(z.string(), z.string()) }

const connection = z.union([z.object({ provider: providerId, ...given }), id.extend(given)])

export const sampleAction = async (input: unknown) =>
  runAction({
    schema: connection,
    input,
    act: (actor, request) => sampleIntegration(actor, request, registry),
  })

export const checkAction = async (input: unknown) =>
  runAction({
    schema: connection,
    input,
    act: (actor, request) => checkIntegration(actor, request, { providers: registry, catalog }),
  })

export const createAction = async (input: unknown) =>
  runAction({
    schema: z.object({ integration: integrationInput, check: z.boolean() }),
    form: "integration",
    input,
    act: (actor, { integration, check }) =>
      createIntegration(actor, integration, { check, providers: registry, catalog, now: new Date() }),
  })

export const updateAction = async (input: unknown) =>
  runAction({
    schema: id.extend({ integration: integrationUpdate, check: z.boolean() }),
    form: "integration",
    input,
    act: (actor, { integrationId, integration, check }) =>
      updateIntegration(actor, integrationId, integration, {
        check,
        providers: registry,
        catalog,
        now: new Date(),
      }),
  })

export const setSchedulesAction = async (input: unknown) =>
  runAction({
    schema: id.extend({ schedules: scheduleEntries.shape.schedules }),
    input,
    act: (actor, { integrationId, schedules }) =>
      setSchedules(actor, integrationId, schedules, { catalog, now: new Date() }),
  })
