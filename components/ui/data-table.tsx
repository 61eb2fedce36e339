"use client"
import type { ReactNode } from "react"
import { Checkbox } from "./checkbox"
import { joinClasses } from "./join-classes"
import { SortHead } from "./sort-head"
import { Cell, HeadCell, Row, Table } from "./table"
import type { TableLook } from "./table-look"

export type Column<T> = {
  id: string
  name: string
  cell: (row: T) => ReactNode
  /** What the list is asked to sort by; without it the column cannot be sorted by. */
  sort?: string
  /** Stays when columns are chosen, and in sight when the table scrolls sideways. */
  isPinned?: boolean
  /** Its figures, and its head, stand at the right. */
  isFigure?: boolean
  className?: string
}

type Props<T> = {
  label: string
  columns: Column<T>[]
  rows: T[]
  keyOf: (row: T) => string
  look: TableLook
  /** The column it is sorted by now; a leading minus means the other way round. */
  order?: { sort: string; onSort: (sort: string) => void }
  /** Keys of the chosen rows, where rows can be chosen. */
  choice?: {
    chosen: ReadonlySet<string>
    nameOf: (row: T) => string
    onChoose: (chosen: Set<string>) => void
  }
  className?: string
}

const figure = "text-right tabular-nums"
const pinned = "sticky left-0 z-10 max-xl:border-line max-xl:border-r"

/** Rows of one kind: sorted, their columns and density as somebody likes them, some of them chosen. Paged by what is around it. */
export function DataTable<T>({ label, columns, rows, keyOf, look, order, choice, className }: Props<T>) {
  const shown = columns.filter(({ id, isPinned }) => isPinned || !look.hidden.includes(id))
  return (
    <Table
      label={label}
      isSticky
      className={joinClasses("is-centred", look.isDense && "is-dense", className)}
    >
      <thead className="xl:sticky xl:top-0 xl:z-20">
        <tr>
          {choice !== undefined && (
            <HeadCell className="w-8">
              <ChooseAll keys={rows.map(keyOf)} {...choice} />
            </HeadCell>
          )}
          {shown.map((column) => (
            <ColumnHead key={column.id} column={column} order={order} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={keyOf(row)}>
            {choice !== undefined && (
              <Cell>
                <Checkbox
                  label={`Choose ${choice.nameOf(row)}`}
                  checked={choice.chosen.has(keyOf(row))}
                  onChange={(isOn) => choice.onChoose(withKeys(choice.chosen, [keyOf(row)], isOn))}
                />
              </Cell>
            )}
            {shown.map(({ id, cell, isPinned, isFigure, className }) => (
              <Cell
                key={id}
                className={joinClasses(isPinned && `bg-surface ${pinned}`, isFigure && figure, className)}
              >
                {cell(row)}
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function ColumnHead<T>({ column, order }: { column: Column<T>; order: Props<T>["order"] }) {
  const className = joinClasses(
    "first:rounded-tl-lg last:rounded-tr-lg",
    column.isPinned && pinned,
    column.isFigure && "text-right",
  )
  if (column.sort === undefined || order === undefined)
    return <HeadCell className={className}>{column.name}</HeadCell>
  return (
    <SortHead column={column.sort} {...order} className={className}>
      {column.name}
    </SortHead>
  )
}

type AllProps = { keys: string[]; chosen: ReadonlySet<string>; onChoose: (chosen: Set<string>) => void }

function ChooseAll({ keys, chosen, onChoose }: AllProps) {
  const amount = keys.filter((key) => chosen.has(key)).length
  return (
    <Checkbox
      label="Choose all shown"
      checked={amount > 0 && amount === keys.length}
      isMixed={amount > 0 && amount < keys.length}
      onChange={(isOn) => onChoose(withKeys(chosen, keys, isOn))}
    />
  )
}

function withKeys(chosen: ReadonlySet<string>, keys: string[], isOn: boolean): Set<string> {
  const next = new Set(chosen)
  for (const key of keys) {
    if (isOn) next.add(key)
    else next.delete(key)
  }
  return next
}
