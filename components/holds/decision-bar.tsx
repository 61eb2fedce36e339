"use client"
import { useState } from "react"
import { countOf } from "@/components/inventory/noun-wording"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { formatNumber } from "@/components/ui/format-number"
import type { Role } from "@/lib/domain/account"
import { nounOf } from "@/lib/domain/noun-of"
import type { HeldList, RemovalHoldView } from "@/lib/domain/removal-hold"
import type { HoldActions } from "./hold-actions"
import { approvalWords, type Decision, decisionNames } from "./hold-wording"
import { useDecision } from "./use-decision"

type Props = {
  hold: RemovalHoldView
  /** External ids; none means all. */
  chosen: string[]
  role: Role
  actions: HoldActions
  onDecided: () => void
}

/** What is asked about is fixed when the question opens, whatever another admin decides meanwhile. */
type Question = {
  decision: Decision
  chosen: string[]
  amount: number
  which: string
  list: HeldList | null
}

/** Approves or dismisses the chosen records, all of them when none is chosen, after asking. */
export function DecisionBar({ hold, chosen, role, actions, onDecided }: Props) {
  const [question, setQuestion] = useState<Question | null>(null)
  const { decide, isPending, refusal, reset } = useDecision(hold, actions, () => {
    setQuestion(null)
    onDecided()
  })
  const isList = hold.stream === "list"
  const amount = chosen.length > 0 ? chosen.length : hold.records
  const some = chosen.length > 0 ? `${formatNumber(amount)} chosen` : `all ${formatNumber(amount)}`
  const which = isList ? "the list" : some
  const reason = role === "ADMIN" ? null : "Only an admin of your account can decide."
  const ask = (decision: Decision) => {
    reset()
    setQuestion({ decision, chosen, amount, which, list: hold.list })
  }
  return (
    <div className="ml-auto flex flex-wrap gap-2">
      <Button reason={reason} onClick={() => ask("dismiss")}>
        Dismiss {which}
      </Button>
      <Button variant="primary" reason={reason} onClick={() => ask("approve")}>
        Approve {which}
      </Button>
      {question !== null && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setQuestion(null)}
          title={titleOf(question, hold)}
          verb={`${decisionNames[question.decision]} ${question.which}`}
          tone={question.decision === "approve" ? "danger" : "primary"}
          busy={isPending}
          error={refusal}
          onConfirm={() => decide(question.decision, question.chosen)}
        >
          <Consequence decision={question.decision} source={hold.integrationName} list={question.list} />
        </ConfirmDialog>
      )}
    </div>
  )
}

function titleOf({ decision, amount }: Question, { stream }: RemovalHoldView): string {
  if (stream === "list") return decision === "approve" ? "Publish this list?" : "Leave this list unpublished?"
  return `${decision === "approve" ? "Remove" : "Keep"} ${countOf(amount, nounOf[stream])}?`
}

type ConsequenceProps = { decision: Decision; source: string; list: HeldList | null }

function Consequence({ decision, source, list }: ConsequenceProps) {
  if (list !== null) return <ListConsequence decision={decision} list={list} />
  if (decision === "dismiss") {
    return (
      <p>
        They stay in the inventory although {source} no longer has them, and are not asked about again until
        it has had them once more.
      </p>
    )
  }
  return (
    <>
      <p>{source} no longer has them. They leave the lists and keep their history.</p>
      <p>What came back in the meantime stays. Whatever returns later takes up its history again.</p>
    </>
  )
}

function ListConsequence({ decision, list }: { decision: Decision; list: HeldList }) {
  if (decision === "dismiss") {
    return (
      <p>
        What is published stays as it is. You are not asked about this very list again; another one that is as
        small is held anew.
      </p>
    )
  }
  return (
    <>
      <p className="font-medium text-ink">{approvalWords(list)}</p>
      {list.items === 0 && (
        <p>Whoever looks something up is then told that the list is empty, and neither yes nor no.</p>
      )}
      <p>
        A run publishes exactly this list, as a whole. If something else was published in the meantime,
        nothing is overwritten and it waits here again.
      </p>
    </>
  )
}
