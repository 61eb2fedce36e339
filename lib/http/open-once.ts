/**
 * Opens at the first asking, and gives the same to all who ask. `opened` opens nothing: it is null where nobody asked, or where it
 * failed.
 */
export function openOnce<T>(open: () => Promise<T>) {
  let opening: Promise<T> | null = null
  return {
    get: () => {
      opening ??= open()
      return opening
    },
    opened: async () => opening?.catch(() => null) ?? null,
  }
}
