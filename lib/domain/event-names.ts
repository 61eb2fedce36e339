/** What is told on channels (S2-EVENTS), by the kind that the outbox has. */
export const eventNames = {
  "sync.started": "SyncStarted",
  "sync.completed": "SyncCompleted",
  "sync.failed": "SyncFailed",
  "planned_units.synced": "PlannedUnitsSynced",
  "circuit.workflow_changed": "CircuitWorkflowChanged",
  "circuit.updated": "CircuitUpdated",
} as const
export type EventKind = keyof typeof eventNames
