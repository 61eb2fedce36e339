"use client"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { ErrorState } from "@/components/ui/error-state"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import { lookupQuery } from "@/lib/queries/lists"
import { type ListAddress, lookupOf, placeOf } from "./list-address"
import { LookupAnswer } from "./lookup-answer"
import type { ShownList } from "./shown-list"

type Props = { list: ShownList; address: ListAddress; go: (change: Partial<ListAddress>) => void }

/** Whether something may be exported: by which rule it is banned, or why it is not (S1-READ). */
export function LookupPanel({ list, address, go }: Props) {
  const { country, code, treatment } = address
  const [asked, setAsked] = useState({ country, code, treatment })
  const question = lookupOf(address)
  const { data, error, isFetching, refetch } = useQuery({
    ...lookupQuery(question ?? placeOf(address)),
    enabled: question !== null,
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
        <Button type="submit" variant="primary" busy={isFetching} className="sm:mt-6">
          Look up
        </Button>
      </form>
      <div aria-live="polite">
        {question !== null && data === undefined && error === null && (
          <div className="px-4 pb-4">
            <Skeleton className="h-16" />
          </div>
        )}
        {error !== null && (
          <ErrorState title="This cannot be looked up" error={error} retry={() => void refetch()} />
        )}
        {question !== null && data?.banned !== undefined && (
          <LookupAnswer list={list} question={question} answer={{ ...data, banned: data.banned }} />
        )}
      </div>
    </Panel>
  )
}
