"use client"
import { Select, type SelectProps } from "./select"

type Props<T extends string> = Omit<SelectProps<T>, "className" | "label"> & {
  label: string
  /** A width class; on a phone two share a row, and one that is left over takes it whole. */
  width?: string
}

/** One filter of a bar: a label that only screen readers need, for the choice in sight says what it filters. */
export function FilterSelect<T extends string>({ width = "w-36", ...select }: Props<T>) {
  return <Select {...select} className={`${width} max-sm:grow max-sm:basis-[calc(50%-0.25rem)]`} />
}
