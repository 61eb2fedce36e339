/** What our own addresses answer. Fetched with the first question, so that no page's first load carries the schemas. */
import "./schemas-without-eval"
import { z } from "zod"
import { circuitAggregateView, circuitSnapshotView, circuitView } from "@/lib/domain/circuit-view"
import { deviceModuleView, deviceView } from "@/lib/domain/device"
import { deviceModelView } from "@/lib/domain/device-model"
import { integrationView } from "@/lib/domain/integration"
import { inventoryChangeView } from "@/lib/domain/inventory-change"
import { listing } from "@/lib/domain/listing"
import { listVersionView } from "@/lib/domain/published-list"
import { heldRecordView, removalHoldView } from "@/lib/domain/removal-hold"
import { syncChangeView } from "@/lib/domain/sync-change"
import { syncLogLine, syncLogView } from "@/lib/domain/sync-log"
import { syncPageView } from "@/lib/domain/sync-page"
import { webhookView } from "@/lib/domain/webhook"

export { circuitDetail } from "@/lib/domain/circuit-view"
export { notificationListing } from "@/lib/domain/notification"
export { notificationSettings } from "@/lib/domain/notification-rules"
export { problem } from "@/lib/domain/problem"
export {
  listDifferences,
  listPage as publishedList,
  listVersionView as listVersion,
} from "@/lib/domain/published-list"
export { removalHoldView } from "@/lib/domain/removal-hold"
export { schedulePreview } from "@/lib/domain/schedule-preview"
export { syncLogView } from "@/lib/domain/sync-log"
export { syncChangeCounts } from "@/lib/domain/sync-log-query"
export { webhookDeliveryListing } from "@/lib/domain/webhook"

export const circuits = listing(circuitView)
export const circuitAggregates = z.object({ items: z.array(circuitAggregateView) })
export const circuitSnapshots = z.object({ items: z.array(circuitSnapshotView) })
export const deviceModels = listing(deviceModelView)
export const deviceModules = listing(deviceModuleView)
export const devices = listing(deviceView)
export const inventoryChanges = listing(inventoryChangeView)
export const integrations = listing(integrationView)
export const holds = listing(removalHoldView)
export const heldRecords = listing(heldRecordView)
export const listVersions = listing(listVersionView)
export const syncLogs = listing(syncLogView)
export const syncChanges = listing(syncChangeView)
export const syncLines = listing(syncLogLine)
export const syncPages = listing(syncPageView)
export const webhooks = listing(webhookView)
