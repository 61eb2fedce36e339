/** Binds controls to the parts of an address, each by its name: what it shows, and what changes it. */
export const partsOf =
  <A extends object>(address: A, onChange: (change: Partial<A>) => void) =>
  <Name extends keyof A>(name: Name) => ({
    value: address[name],
    onChange: (value: A[Name]) => {
      const change: Partial<A> = {}
      change[name] = value
      onChange(change)
    },
  })
