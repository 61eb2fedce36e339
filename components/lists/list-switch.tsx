import Link from "next/link"
import { namedChoices } from "@/components/address/choices"
import { valuesOf } from "@/components/address/known-value"
import { Select } from "@/components/ui/select"
import type { ListId } from "@/lib/domain/list-id"
import { listNames } from "./list-address"
import type { Publisher } from "./shown-list"

type SwitchProps = {
  list: ListId
  /** The page that shows each of them. */
  path: string
}

/** The way from one published list to another. */
export function ListSwitch({ list, path }: SwitchProps) {
  return (
    <nav aria-label="Published lists" className="flex gap-1 border-line border-b">
      {valuesOf(listNames).map((id) => (
        <Link
          key={id}
          href={id === "ineligible-items" ? path : `${path}?list=${id}`}
          aria-current={id === list ? "page" : undefined}
          className="-mb-px border-transparent border-b-2 px-2.5 py-2 text-ink-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
        >
          {listNames[id]}
        </Link>
      ))}
    </nav>
  )
}

type SourceProps = { publishers: Publisher[]; source: string; onChoose: (source: string) => void }

/** Which integration's list it is; nothing where only one publishes it. */
export function SourceSelect({ publishers, source, onChoose }: SourceProps) {
  const [first] = publishers
  if (first === undefined || publishers.length === 1) return null
  return (
    <Select
      label="Integration"
      className="w-56 max-sm:w-full"
      value={source === "" ? first.id : source}
      choices={namedChoices(publishers)}
      onChange={(id) => onChoose(id === first.id ? "" : id)}
    />
  )
}
