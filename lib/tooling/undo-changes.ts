/** A device's values by the names that its history uses. */
export type Values = Record<string, unknown>
export type Change = {
  id: string
  deviceId: string
  kind: string
  fields: Record<string, [unknown, unknown]>
}

/** Fields of a device whose every change is in its history, and their columns. */
export const historyFields = {
  status: "status",
  name: "name",
  serialNumber: "serial_number",
  model: "model",
  modelIdentifier: "model_identifier",
  type: "type",
  kind: "kind",
  assignedTo: "assigned_to",
  osVersion: "os_version",
} as const

export const valuesOf = (row: Values): Values =>
  Object.fromEntries(Object.entries(historyFields).map(([field, column]) => [field, row[column]]))

/**
 * What was before `changes`, in the order they were made, given what is after them: devices by id. Throws where the history
 * cannot be true: a change of a device that was not there, a value that was never so, a retirement of what was retired.
 */
export function undoChanges(after: ReadonlyMap<string, Values>, changes: Change[]): Map<string, Values> {
  const devices = new Map(after)
  for (const change of changes.toReversed()) undo(devices, change)
  return devices
}

function undo(devices: Map<string, Values>, { id, deviceId, kind, fields }: Change): void {
  const values = devices.get(deviceId)
  const untrue = (why: string) =>
    new Error(`Change ${id} (${kind}) of device ${deviceId} cannot be true: ${why}`)
  if (values === undefined) throw untrue("there was no such device after it.")
  if (kind === "created") {
    devices.delete(deviceId)
    return
  }
  const known = Object.entries(fields).filter(([field]) => field in historyFields)
  for (const [field, [, said]] of known) {
    if (values[field] !== said) throw untrue(`${field} was ${values[field]} after it, not ${said}.`)
  }
  const was = Object.fromEntries(known.map(([field, [before]]) => [field, before]))
  if (kind === "retired" && was.status !== "active") throw untrue("the device was not active before.")
  if (kind === "restored" && was.status !== "retired") throw untrue("the device was not retired before.")
  devices.set(deviceId, { ...values, ...was })
}
