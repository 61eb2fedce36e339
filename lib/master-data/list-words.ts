type Amounts = { items: number; added: number; gone: number; same: number }

export const unchangedWords = (items: number): string =>
  `Not put again: the ${items} items are those that are published.`

export const publishedWords = ({ items, ...change }: Amounts): string =>
  `Published ${items} items: ${changeWords(change)}`

export const plannedWords = ({ items, ...change }: Amounts): string =>
  `Would be published, ${items} items: ${changeWords(change)}`

const changeWords = ({ added, gone, same }: Omit<Amounts, "items">): string =>
  `${added} added, ${gone} gone, ${same} as before.`
