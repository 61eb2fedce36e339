"use client"
import { streamName } from "@/components/inventory/noun-wording"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { type PaceDraft, streamChoices } from "./pace-draft"

type Props = { draft: PaceDraft; error: string | null; onChange: (draft: PaceDraft) => void }

/** How often each kind of record is read, and how many requests a second the provider is asked (S3-FREQ, S4-RATE). */
export function PaceFields({ draft, error, onChange }: Props) {
  const { requestsPerSecond, streams } = draft
  const change = (stream: string, seconds: string) =>
    onChange({ ...draft, streams: streams.map((one) => (one.stream === stream ? { ...one, seconds } : one)) })
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {streams.map(({ stream, seconds }) => (
        <Field key={stream} label={`Read ${streamName(stream).toLowerCase()}`}>
          <Select value={seconds} choices={streamChoices} onChange={(chosen) => change(stream, chosen)} />
        </Field>
      ))}
      <Field
        label="Requests per second, at most"
        optional
        help="Left empty, the provider’s own limit holds. All workers together keep to it."
        errors={error === null ? [] : [error]}
      >
        <Input
          inputMode="decimal"
          value={requestsPerSecond}
          onChange={(event) => onChange({ ...draft, requestsPerSecond: event.target.value })}
        />
      </Field>
    </div>
  )
}
