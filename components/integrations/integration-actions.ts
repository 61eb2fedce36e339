import type { ActionResult } from "@/lib/domain/action-result"
import type {
  IntegrationInput,
  IntegrationUpdate,
  IntegrationView,
  SyncSettings,
  SyncStarted,
} from "@/lib/domain/integration"
import type { ProviderId } from "@/lib/domain/provider-id"
import type { Check } from "@/lib/domain/session"
import type { SourceSample } from "@/lib/domain/source-sample"

type Given = { settings: IntegrationInput["settings"]; credentials: Record<string, string> }

/** What is tried: a new connection, or an existing one with what was changed about it. */
export type CheckInput = ({ provider: ProviderId } & Given) | ({ integrationId: string } & Given)

/** What a person can do to integrations. Pages give these to the components; each checks the role itself. */
export type IntegrationActions = {
  sync: (input: { integrationId: string }) => Promise<ActionResult<SyncStarted>>
  preview: (input: { integrationId: string }) => Promise<ActionResult<SyncStarted>>
  changeSyncSettings: (input: {
    integrationId: string
    settings: SyncSettings
  }) => Promise<ActionResult<IntegrationView>>
  remove: (input: { integrationId: string }) => Promise<ActionResult<null>>
}

export type ConnectActions = {
  check: (input: CheckInput) => Promise<ActionResult<Check>>
  sample: (input: CheckInput) => Promise<ActionResult<SourceSample>>
  create: (input: { integration: IntegrationInput; check: boolean }) => Promise<ActionResult<IntegrationView>>
}

export type EditActions = Pick<ConnectActions, "check" | "sample"> & {
  update: (input: {
    integrationId: string
    integration: IntegrationUpdate
    check: boolean
  }) => Promise<ActionResult<IntegrationView>>
}
