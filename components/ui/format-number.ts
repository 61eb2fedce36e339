const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 })

/** A number with its thousands apart: `12,480`. */
export const formatNumber = (value: number): string => grouped.format(value)

/** A count with its noun in the right number: `1 page`, `3 pages`. */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${formatNumber(value)} ${value === 1 ? one : many}`
