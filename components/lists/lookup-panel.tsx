"use client"
import { useQuery } from "@tanstack/react-query"
import { Button } from "@/components/ui/button"
import { ErrorState } from "@/components/ui/error-state"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import { lookupQuery } from "@/lib/queries/lists"
import { type ListAddress, lookupOf, placeOf } from "./list-address"
import { LookupAnswer } from "./lookup-answer"
import type { ShownList } from "./shown-list"
import { useAsked } from "./use-asked"

type Props = {
  list: ShownList
  /** Nothing can be concluded from it then. */
  isEmpty: boolean
  address: ListAddress
  go: (change: Partial<ListAddress>) => void
}

/** Whether something may be exported: by which rule it is banned, or why it is not (S1-READ). */
export function LookupPanel({ list, isEmpty, address, go }: Props) {
  const { asked, setAsked, isAsked } = useAsked(address)
  // What is typed now is another question than the one that was answered
  const question = isAsked ? lookupOf(address) : null
  const { data, error, isLoading, refetch } = useQuery({
    ...lookupQuery(question ?? placeOf(address)),
    enabled: question !== null && !isEmpty,
  })
  return (
    <Panel title="Look something up">
      <form
        className="grid gap-3 p-4 sm:grid-cols-[7rem_1fr_1fr_auto] sm:items-start"
        onSubmit={(event) => {
          event.preventDefault()
          go({ ...asked, pages: address.pages })
        }}
      >
        <Field label="Country">
          <Input
            required
            maxLength={2}
            placeholder="BR"
            pattern="[A-Za-z]{2}"
            title="A country code of two letters, such as BR"
            value={asked.country}
            onChange={(event) => setAsked({ ...asked, country: event.target.value })}
          />
        </Field>
        <Field label="Commodity code">
          <Input
            required
            maxLength={40}
            inputMode="numeric"
            placeholder="0207 14 10"
            pattern="[0-9 .]{2,}"
            title="2 to 14 digits; spaces and dots count for nothing"
            value={asked.code}
            onChange={(event) => setAsked({ ...asked, code: event.target.value })}
          />
        </Field>
        <Field label="Treatment" optional>
          <Input
            maxLength={200}
            placeholder="dried"
            value={asked.treatment}
            onChange={(event) => setAsked({ ...asked, treatment: event.target.value })}
          />
        </Field>
        <Button type="submit" variant="primary" busy={isLoading} className="sm:mt-6">
          Look up
        </Button>
      </form>
      <div aria-live="polite">
        {question !== null && isEmpty && (
          <div className="border-line border-t p-4">
            <Notice tone="warn" title="There is no answer: the published list is empty">
              Whether something is banned cannot be concluded from it. Do not take this for “not banned”.
            </Notice>
          </div>
        )}
        {question !== null && !isEmpty && data === undefined && error === null && (
          <div className="px-4 pb-4">
            <Skeleton className="h-16" />
          </div>
        )}
        {question !== null && error !== null && (
          <ErrorState title="This cannot be looked up" error={error} retry={() => void refetch()} />
        )}
        {question !== null && !isEmpty && error === null && data?.banned !== undefined && (
          <LookupAnswer list={list} question={question} answer={{ ...data, banned: data.banned }} />
        )}
      </div>
    </Panel>
  )
}
