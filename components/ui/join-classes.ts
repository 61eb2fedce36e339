/** Class names as one attribute, without those that are not given. */
export const joinClasses = (...names: (string | false | undefined)[]): string =>
  names.filter((name) => name !== undefined && name !== false && name !== "").join(" ")
