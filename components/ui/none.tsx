/** What stands where a value is absent. */
export function None({ text = "not known" }: { text?: string }) {
  return <span className="text-ink-faint">{text}</span>
}
