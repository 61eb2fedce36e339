/** A path without the parameters of these names; the others stay as they are written. */
export function withoutParameters(path: string, names: Set<string>): string {
  const [place = "", ...rest] = path.split("?")
  const kept = rest
    .join("?")
    .split("&")
    .filter((pair) => ![...new URLSearchParams(pair).keys()].some((name) => names.has(name)))
  return kept.join("&") === "" ? place : `${place}?${kept.join("&")}`
}
