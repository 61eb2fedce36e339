import type { DeviceModule } from "@/lib/domain/device"
import type { SourceRecord } from "@/lib/domain/session"
import { record } from "@/lib/sync/engine.test-support"

/** A module as its edge device reports it; it runs unless told otherwise. */
export const edgeModule = (name: string, over: Partial<DeviceModule> = {}): DeviceModule => ({
  name,
  image: `registry.example/${name}:1`,
  version: null,
  desiredStatus: "running",
  runtimeStatus: "running",
  restarts: 0,
  exitCode: null,
  connectionState: "connected",
  lastActivityAt: "2026-11-01T10:00:00.000Z",
  ...over,
})

/** Two that crash again and again. */
export const failingModules: DeviceModule[] = ["filter", "upload"].map((name) =>
  edgeModule(name, { runtimeStatus: "backoff", restarts: 3, exitCode: 139 }),
)

/** An edge device of the model `Pump`, with failing modules. */
export const press: SourceRecord = {
  ...record("Press 7", { name: "Press 7", kind: "edge", type: "unknown", model: "Pump" }),
  modules: failingModules,
}
