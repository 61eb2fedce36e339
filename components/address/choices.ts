import type { Choice } from "@/components/ui/select"
import { valuesOf } from "./known-value"

/** The choice of a filter that leaves everything in. */
export const every = (label: string): Choice<""> => ({ value: "", label })

/** Each value of a union by its name, in the order of the names. */
export const choicesOf = <T extends string>(names: Record<T, string>): Choice<T>[] =>
  valuesOf(names).map((value) => ({ value, label: names[value] }))

/** Integrations and other things with a name, each by its id. */
export const namedChoices = (things: readonly { id: string; name: string }[]): Choice[] =>
  things.map(({ id, name }) => ({ value: id, label: name }))
