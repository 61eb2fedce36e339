/** The parameters of a page's address as a query, each value of one that is given several times. */
export function asQuery(params: Record<string, string | string[] | undefined>): URLSearchParams {
  const pairs = Object.entries(params).flatMap(([key, value]) =>
    [value ?? []].flat().map((text) => [key, text]),
  )
  return new URLSearchParams(pairs)
}
