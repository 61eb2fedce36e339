"use client"
import { Component, type ReactNode, Suspense } from "react"

type Props = {
  /** What it is, to begin a sentence with; null where nothing need be said. */
  name: string | null
  /** What stands there meanwhile. Left out, a `Suspense` around waits for it. */
  fallback?: ReactNode
  children: ReactNode
}

/**
 * Round a part whose code is fetched on demand. What cannot be fetched any more, as after an upgrade, is told of in its place, and
 * the rest of the page stays. Only a reload brings it, for React keeps the refusal.
 */
export class FetchedPart extends Component<Props, { isMissing: boolean }> {
  static getDerivedStateFromError = () => ({ isMissing: true })

  override state = { isMissing: false }

  override render() {
    const { name, fallback, children } = this.props
    if (this.state.isMissing) return name === null ? null : <Missing name={name} />
    return fallback === undefined ? children : <Suspense fallback={fallback}>{children}</Suspense>
  }
}

function Missing({ name }: { name: string }) {
  return (
    <p role="alert" className="p-3">
      {name} cannot be shown. Rollcall may have been updated since this page was opened, or cannot be reached.{" "}
      <button type="button" className="underline underline-offset-2" onClick={() => location.reload()}>
        Reload the page
      </button>
    </p>
  )
}
