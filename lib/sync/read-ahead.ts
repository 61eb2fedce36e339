/** Asks for the next page while the present one is being worked on: at most one page waits. */
export async function* readAhead<T>(pages: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = pages[Symbol.asyncIterator]()
  let next = iterator.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done === true) return
      next = iterator.next()
      next.catch(() => {}) // its error is thrown where it is awaited
      yield value
    }
  } finally {
    await iterator.return?.()
  }
}
