"use client"
import type { CheckInput, ConnectActions } from "@/components/integrations/integration-actions"
import { Button } from "@/components/ui/button"
import { count } from "@/components/ui/format-number"
import { Notice } from "@/components/ui/notice"
import type { SourceSample } from "@/lib/domain/source-sample"
import type { EditedMapping } from "./edited-mapping"
import { FieldMapTable } from "./field-map-table"
import { withSuggestions } from "./mapping-text"
import { SampleDevices } from "./sample-devices"
import { useSample } from "./use-sample"

type Props = {
  fetchSample: ConnectActions["sample"]
  input: CheckInput
  provider: string
  /** Where an admin maps the fields; null where the connector does. */
  mapping: EditedMapping | null
}

/** Which of the provider's fields fills which of ours, seen on a few devices fetched now (N-FIELDMAP). */
export default function SampleSection({ fetchSample, input, provider, mapping }: Props) {
  const { run, isFetching, state } = useSample(fetchSample, input)
  const fill = (sample: SourceSample) => {
    if (mapping === null) return
    const text = withSuggestions(mapping.text, sample.suggested)
    mapping.change(text)
    run(mapping.inputWith(text))
  }
  return (
    <section
      aria-label="Field mapping with a sample"
      className="flex flex-col gap-3 border-line border-t pt-4"
    >
      <div>
        <h3 className="font-semibold">Which field fills which</h3>
        <p className="text-ink-soft">
          {mapping === null
            ? "Fetch a few devices to see what Rollcall takes from them. Nothing is stored."
            : "Fetch a few devices to see what they say, and choose what fills each field. Nothing is stored."}
        </p>
      </div>
      <div>
        <Button busy={isFetching} onClick={() => run(input)}>
          Fetch a sample
        </Button>
      </div>
      {state.kind === "fetching" && <p role="status">Asking {provider} for a few devices.</p>}
      {state.kind === "refused" && (
        <Notice tone="bad" title={state.message}>
          Nothing was stored. Correct it, then fetch again.
        </Notice>
      )}
      {state.kind === "fetched" && <Fetched {...state} mapping={mapping} onFill={() => fill(state.sample)} />}
    </section>
  )
}

type FetchedProps = {
  sample: SourceSample
  isCurrent: boolean
  isFetching: boolean
  mapping: Props["mapping"]
  onFill: () => void
}

function Fetched({ sample, isCurrent, isFetching, mapping, onFill }: FetchedProps) {
  if (sample.count === 0)
    return <Notice tone="warn" title="The first page holds no devices, so there is nothing to map yet." />
  const suggestions = Object.keys(sample.suggested).length
  return (
    <>
      <Notice
        tone="good"
        title={`${count(sample.count, "device")} on the first page; ${sample.items.length} of them are shown.`}
        actions={
          mapping !== null &&
          suggestions > 0 && (
            <Button size="sm" busy={isFetching} onClick={onFill}>
              Fill in {count(suggestions, "field")} by their names
            </Button>
          )
        }
      >
        {mapping !== null && suggestions > 0 && "Look them over: names can mislead."}
      </Notice>
      <FieldMapTable sample={sample} mapping={mapping} />
      {!isCurrent && (
        <p role="status" className="text-ink-soft">
          {isFetching
            ? "Fetching the sample again with what was filled in."
            : "Something changed since. Fetch again to see what becomes of it."}
        </p>
      )}
      {isCurrent && sample.devices.length + sample.rejects.length > 0 && <SampleDevices sample={sample} />}
      <details className="rounded-md border border-line">
        <summary className="cursor-default px-3 py-2 font-medium">The first device as it was sent</summary>
        <pre className="max-h-80 overflow-auto border-line border-t bg-sunken p-3 font-mono text-xs">
          {JSON.stringify(sample.items[0], null, 2)}
        </pre>
      </details>
    </>
  )
}
