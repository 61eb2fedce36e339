const began = performance.now()

/** Prints what was just done and how many seconds after the start. */
export function say(what: string): void {
  console.log(`${seconds(performance.now() - began).padStart(7)}  ${what}`)
}

/** Milliseconds in words: `1.4 s`. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
