import { Badge, type Tone } from "@/components/ui/badge"
import type { InventoryChangeKind } from "@/lib/domain/inventory-change"

export const changeLooks: Record<InventoryChangeKind, { name: string; tone: Tone }> = {
  created: { name: "Created", tone: "good" },
  updated: { name: "Updated", tone: "live" },
  edited: { name: "Edited", tone: "live" },
  linked: { name: "Linked", tone: "live" },
  retired: { name: "Removed", tone: "bad" },
  restored: { name: "Restored", tone: "good" },
}

export function ChangeBadge({ kind }: { kind: InventoryChangeKind }) {
  return <Badge tone={changeLooks[kind].tone}>{changeLooks[kind].name}</Badge>
}
