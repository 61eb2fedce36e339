"use client"
import "./globals.css"

/** The last resort, when not even the frame could be rendered. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body className="font-sans">
        <main className="grid min-h-dvh place-items-center px-4 text-center">
          <div>
            <h1 className="font-semibold text-lg">Rollcall could not show this page</h1>
            <p className="mt-1 text-ink-soft">
              It met a fault of its own. Load the page again; if it stays, look
              {error.digest === undefined ? " into" : ` for ${error.digest} in`} the web server’s log.
            </p>
          </div>
        </main>
      </body>
    </html>
  )
}
