import type { Json } from "@/lib/domain/json"
import type { SourceRecord } from "@/lib/domain/session"
import { readTime } from "./read-time"
import { component } from "./shapes"

type Modules = NonNullable<SourceRecord["modules"]>

/** Installed components as modules, each once, by name; what is none is left out. Greengrass tells neither restarts nor exit codes. */
export function mapComponents(components: Json[]): Modules {
  const modules = new Map<string, Modules[number]>()
  for (const item of components) {
    const one = component.safeParse(item).data
    if (one === undefined) continue
    modules.set(one.componentName, {
      name: one.componentName,
      image: null,
      version: cut(one.componentVersion, 256),
      desiredStatus: null,
      runtimeStatus: cut(one.lifecycleState, 64),
      restarts: null,
      exitCode: null,
      connectionState: "unknown",
      lastActivityAt: readTime(one.lastReportedTimestamp) ?? readTime(one.lastStatusChangeTimestamp),
    })
  }
  return [...modules.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

const cut = (text: string | null | undefined, most: number): string | null =>
  text ? text.slice(0, most).toWellFormed() : null
