"use client"
import { useId } from "react"
import { Input } from "@/components/ui/input"
import { None } from "@/components/ui/none"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { SourceSample } from "@/lib/domain/source-sample"
import type { EditedMapping } from "./edited-mapping"
import { mappedFields } from "./mapped-fields"
import { pathOf, withPath } from "./mapping-text"

type Props = { sample: SourceSample; mapping: Pick<EditedMapping, "text" | "change"> | null }

/** Our fields, what fills each, and how often it does in the sample; editable where an admin maps them. */
export function FieldMapTable({ sample, mapping }: Props) {
  const list = useId()
  return (
    <div className="rounded-md border border-line">
      <datalist id={list}>
        {sample.found.map(({ path, example }) => (
          <option key={path} value={path}>
            {shown(example) ?? "empty"}
          </option>
        ))}
      </datalist>
      <Table label="Which field fills which">
        <thead>
          <tr>
            <HeadCell>Rollcall’s field</HeadCell>
            <HeadCell className="min-w-80">Filled from</HeadCell>
            <HeadCell>In the sample</HeadCell>
            <HeadCell>Example</HeadCell>
          </tr>
        </thead>
        <tbody>
          {mappedFields(sample, mapping?.text ?? null).map(({ field, label, paths, filled, example }) => (
            <Row key={field}>
              <Cell className="whitespace-nowrap">{label}</Cell>
              <Cell className="font-mono text-xs">
                {mapping === null ? (
                  <Paths paths={paths} />
                ) : (
                  <Input
                    aria-label={`What fills ${label}`}
                    list={list}
                    value={pathOf(mapping.text, field)}
                    placeholder="not filled"
                    spellCheck={false}
                    onChange={(event) => mapping.change(withPath(mapping.text, field, event.target.value))}
                  />
                )}
              </Cell>
              <Cell className="whitespace-nowrap tabular-nums">
                {filled === null ? <None text="—" /> : `${filled} of ${sample.items.length}`}
              </Cell>
              <Cell className="max-w-40 truncate">{shown(example) ?? <None text="empty" />}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function Paths({ paths }: { paths: string[] }) {
  if (paths.length === 0) return <None text="set by the connector" />
  return paths.map((path) => (
    <span key={path} className="block wrap-anywhere">
      {path}
    </span>
  ))
}

const shown = (value: SourceSample["fields"][number]["example"]): string | null =>
  value === null ? null : typeof value === "string" ? value : JSON.stringify(value)
