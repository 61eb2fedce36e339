import { None } from "@/components/ui/none"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { ListItem } from "@/lib/domain/list-definition"
import { valueWords } from "./list-wording"
import type { ShownList } from "./shown-list"

type Props = { label: string; list: ShownList; items: ListItem[] }

/** Entries of a list, by its own columns. */
export function ItemsTable({ label, list: { columns }, items }: Props) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          {columns.map(({ key, label }) => (
            <HeadCell key={key}>{label}</HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={columns.map(({ key }) => item[key]).join("|")}>
            {columns.map(({ key }) => (
              <Cell key={key} className={key === "type_of_treatment" ? "" : "tabular-nums"}>
                {valueWords(item, key) ?? <None text="none" />}
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
