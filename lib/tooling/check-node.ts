const oldest = [22, 18] as const

/** Ends the process, saying what to do, when the Node that runs us is too old. */
export function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  console.error(
    `Rollcall needs Node ${oldest.join(".")} or newer; this is ${process.version}. On Linux "npm install" brings Node 24 along ` +
      'and "npm run …" uses it: start Rollcall with npm, and do not install with --omit=optional. Elsewhere install Node 24.',
  )
  process.exit(1)
}
