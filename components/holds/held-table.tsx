"use client"
import Link from "next/link"
import { nounWord, subjectPath } from "@/components/inventory/noun-wording"
import { Checkbox } from "@/components/ui/checkbox"
import { None } from "@/components/ui/none"
import { RelativeTime } from "@/components/ui/relative-time"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { Noun } from "@/lib/domain/noun"
import type { HeldRecordView } from "@/lib/domain/removal-hold"

type Props = {
  records: HeldRecordView[]
  noun: Noun
  /** External ids. */
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** Records to choose among; the box in the head chooses all that are shown. */
export function HeldTable({ records, noun, chosen, onChoose }: Props) {
  const ids = records.map(({ externalId }) => externalId)
  const amount = ids.filter((id) => chosen.has(id)).length
  const choose = (which: string[], isChosen: boolean) =>
    onChoose(
      isChosen ? new Set([...chosen, ...which]) : new Set([...chosen].filter((id) => !which.includes(id))),
    )
  return (
    <Table label={`Table of ${nounWord(noun)}s that wait`} className="is-centred">
      <thead>
        <tr>
          <HeadCell className="w-8">
            <Checkbox
              label="Choose all shown"
              checked={amount === ids.length}
              isMixed={amount > 0 && amount < ids.length}
              onChange={(isChosen) => choose(ids, isChosen)}
            />
          </HeadCell>
          <HeadCell>{capital(nounWord(noun))}</HeadCell>
          <HeadCell className="max-sm:hidden">Serial number</HeadCell>
          <HeadCell className="max-sm:hidden">Missing since</HeadCell>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <HeldRow
            key={record.externalId}
            record={record}
            isChosen={chosen.has(record.externalId)}
            onChoose={(isChosen) => choose([record.externalId], isChosen)}
          />
        ))}
      </tbody>
    </Table>
  )
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`

type RowProps = { record: HeldRecordView; isChosen: boolean; onChoose: (isChosen: boolean) => void }

function HeldRow({ record, isChosen, onChoose }: RowProps) {
  const title = record.subjectName ?? record.serialNumber ?? record.externalId
  return (
    <Row>
      <Cell>
        <Checkbox label={`Choose ${title}`} checked={isChosen} onChange={onChoose} />
      </Cell>
      <Cell className="min-w-40">
        <Link
          href={subjectPath(record.noun, record.subjectId)}
          className="font-medium underline decoration-line-strong underline-offset-2 wrap-anywhere hover:decoration-ink"
        >
          {title}
        </Link>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-ink-soft text-xs sm:hidden">
          {record.serialNumber !== null && <span className="font-mono">{record.serialNumber}</span>}
          {record.missingSince !== null && (
            <span>
              missing since <RelativeTime at={record.missingSince} />
            </span>
          )}
        </p>
      </Cell>
      <Cell className="whitespace-nowrap font-mono text-xs leading-5 max-sm:hidden">
        {record.serialNumber ?? <None />}
      </Cell>
      <Cell className="text-ink-soft max-sm:hidden">
        {record.missingSince === null ? <None /> : <RelativeTime at={record.missingSince} />}
      </Cell>
    </Row>
  )
}
