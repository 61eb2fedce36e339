import { CopyButton } from "./copy-button"

type Props = {
  /** What it is, for the button that copies it: `record`. */
  what: string
  /** A text as it is, or a value to be written as JSON. */
  value: unknown
}

/** Code or JSON as it was, in its own type, with a way to copy the whole. It scrolls within itself. */
export function CodeView({ what, value }: Props) {
  const text = typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "")
  return (
    <div className="relative rounded-md border border-line bg-sunken">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus to be scrolled by keys
        tabIndex={0}
        className="max-h-72 overflow-auto whitespace-pre-wrap py-2 pr-11 pl-3 font-mono text-xs wrap-anywhere"
      >
        {text}
      </pre>
      <div className="absolute top-0.5 right-0.5">
        <CopyButton text={text} what={what} />
      </div>
    </div>
  )
}
