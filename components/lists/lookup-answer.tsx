import { Notice } from "@/components/ui/notice"
import type { ListPage } from "@/lib/domain/published-list"
import type { ListFilter } from "@/lib/queries/lists"
import { ItemsTable } from "./items-table"
import type { ShownList } from "./shown-list"

type Props = { list: ShownList; question: ListFilter; answer: ListPage & { banned: boolean } }

/** The answer to a lookup: banned or not, the rule that decided, and every rule about it. */
export function LookupAnswer({ list, question, answer }: Props) {
  const { banned, rule, reason, items } = answer
  const what = `${question.commodity_code} from ${question.country?.toUpperCase()}`
  const stated = question.type_of_treatment === undefined ? "" : `, ${question.type_of_treatment}`
  return (
    <div className="space-y-3 border-line border-t p-4">
      <Notice
        tone={banned ? "warn" : "good"}
        title={`${what}${stated} is ${banned ? "banned" : "not banned"}`}
      >
        {reason}
      </Notice>
      {rule != null && (
        <div>
          <h3 className="mb-1 font-medium">The rule that decided</h3>
          <div className="rounded-md border border-line">
            <ItemsTable label="The rule that decided" list={list} items={[rule]} />
          </div>
        </div>
      )}
      {items.length > 1 && (
        <details className="rounded-md border border-line">
          <summary className="cursor-pointer rounded-md px-3 py-2 font-medium">
            All {items.length} rules about it, the longest code first
          </summary>
          <div className="border-line border-t">
            <ItemsTable label="All rules about it" list={list} items={items} />
          </div>
        </details>
      )}
    </div>
  )
}
