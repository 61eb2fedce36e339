import { Badge, type Tone } from "@/components/ui/badge"
import type { DeviceChangeKind } from "@/lib/domain/device"

export const changeLooks: Record<DeviceChangeKind, { name: string; tone: Tone }> = {
  created: { name: "Created", tone: "good" },
  updated: { name: "Updated", tone: "live" },
  linked: { name: "Linked", tone: "live" },
  retired: { name: "Removed", tone: "bad" },
  restored: { name: "Restored", tone: "good" },
}

export function ChangeBadge({ kind }: { kind: DeviceChangeKind }) {
  return <Badge tone={changeLooks[kind].tone}>{changeLooks[kind].name}</Badge>
}
