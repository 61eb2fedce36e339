import { ProviderError } from "@/lib/domain/provider-error"

/** Milliseconds after which no further device is asked about: at the pace of a small hub each takes seconds. */
const longest = 60_000

/** Asks about one item after the other. The hub failing, or time being up, ends it with the answers so far. */
export async function askEach<T, A>(
  items: T[],
  ask: (item: T) => Promise<A>,
): Promise<{ item: T; answer: A }[]> {
  const end = performance.now() + longest
  const answers: { item: T; answer: A }[] = []
  for (const item of items) {
    if (performance.now() > end) return answers
    try {
      answers.push({ item, answer: await ask(item) })
    } catch (error) {
      if (error instanceof ProviderError) return answers
      throw error
    }
  }
  return answers
}
