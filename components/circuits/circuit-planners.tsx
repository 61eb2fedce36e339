"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useAction } from "@/components/actions/use-action"
import { Button } from "@/components/ui/button"
import { Panel } from "@/components/ui/panel"
import { Select } from "@/components/ui/select"
import type { CircuitDetail } from "@/lib/domain/circuit-view"
import type { ChangePlanners } from "./circuit-actions"

/** Members who can be made planners. */
export type Members = { userId: string; name: string }[]
type Props = { circuit: CircuitDetail; members: Members; change: ChangePlanners; mayEdit: boolean }

const sources = { manual: "set by hand", api_sync: "by the name in WorkStudio" }

/** Who plans a circuit: those whose name WorkStudio has, and those that people set. */
export function CircuitPlanners({ circuit, members, change, mayEdit }: Props) {
  const cache = useQueryClient()
  const changing = useAction({
    act: (wanted: { add?: string[]; remove?: string[] }) => change({ id: circuit.id, ...wanted }),
    onAnswer: () => cache.invalidateQueries({ queryKey: ["circuits"] }),
    toldAs: "The planners were not changed",
  })
  const free = members.filter(({ userId }) => !circuit.planners.some((one) => one.userId === userId))
  return (
    <Panel title="Planners">
      <p className="px-4 py-3 text-ink-soft">{whoHasIt(circuit)}</p>
      {circuit.planners.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {circuit.planners.map(({ userId, name, source }) => (
            <li key={userId} className="flex items-center justify-between gap-3 px-4 py-2">
              <span className="min-w-0 wrap-anywhere">
                {name} <span className="text-ink-faint text-xs">{sources[source]}</span>
              </span>
              {mayEdit && (
                <Button
                  size="sm"
                  variant="ghost"
                  disabled={changing.isPending}
                  aria-label={`Remove ${name}`}
                  onClick={() => changing.run({ remove: [userId] })}
                >
                  Remove
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && free.length > 0 && (
        <div className="border-line border-t px-4 py-3">
          <Select
            label="Add a planner"
            className="w-full sm:w-64"
            value=""
            disabled={changing.isPending}
            choices={[
              { value: "", label: "Add a planner …" },
              ...free.map(({ userId, name }) => ({ value: userId, label: name })),
            ]}
            onChange={(userId) => userId !== "" && changing.run({ add: [userId] })}
          />
        </div>
      )}
    </Panel>
  )
}

function whoHasIt({ takenBy, planners }: CircuitDetail): string {
  if (takenBy === null) return "Nobody has taken it in WorkStudio."
  const isLinked = planners.some(({ source }) => source === "api_sync")
  return `${takenBy} has taken it in WorkStudio${isLinked ? "; whoever has that name comes back with each sync" : ""}.`
}
