import type { ListPart } from "./list-parts"
import type { AwsIotSettings } from "./settings"

/** Up to so many things, each is asked for Greengrass's shadow; in larger fleets only those that a deployment targets. */
const mostAsked = 1000

/**
 * Whether every thing is asked for its shadow, which costs a call each (docs/decisions/0019). Left to us, the list's beginning
 * tells: `parts` gives it again, and then the rest.
 */
export async function chooseShadows(
  list: AsyncGenerator<ListPart>,
  choice: AwsIotSettings["edgeShadows"],
): Promise<{ parts: AsyncIterable<ListPart>; asksEvery: boolean }> {
  if (choice !== "auto") return { parts: list, asksEvery: choice === "every" }
  const first: ListPart[] = []
  let things = 0
  while (things <= mostAsked) {
    const { done, value } = await list.next()
    if (done) return { parts: chained(first, list), asksEvery: true }
    first.push(value)
    things += value.items.length
  }
  return { parts: chained(first, list), asksEvery: false }
}

async function* chained(first: ListPart[], rest: AsyncGenerator<ListPart>): AsyncGenerator<ListPart> {
  yield* first
  yield* rest
}
