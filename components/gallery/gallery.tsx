import { PortalPlace } from "@/components/ui/portal-place"
import { ShownControls } from "./shown-controls"
import { ShownLists } from "./shown-lists"
import { ShownOverlays } from "./shown-overlays"
import { ShownStates } from "./shown-states"
import { ShownText } from "./shown-text"

const themes = [
  { theme: "light", title: "Light" },
  { theme: "dark", title: "Dark" },
] as const

/** All of components/ui, first in light, then in dark. What it is for stands in docs/design.md. */
export function Gallery() {
  return (
    <main>
      <h1 className="mx-auto max-w-6xl px-6 py-5 font-semibold text-xl tracking-tight xl:px-0">
        The design system
      </h1>
      {themes.map(({ theme, title }) => (
        <section key={theme} data-theme={theme} aria-label={title} className="bg-canvas px-6 py-8 text-ink">
          <PortalPlace>
            <h2 className="mx-auto mb-4 max-w-6xl font-semibold text-lg">{title}</h2>
            <div className="mx-auto grid max-w-6xl grid-cols-1 items-start gap-4 lg:grid-cols-2">
              <ShownText theme={title} />
              <ShownControls theme={title} />
              <ShownStates theme={title} />
              <ShownOverlays theme={title} />
              <ShownLists theme={title} />
            </div>
          </PortalPlace>
        </section>
      ))}
    </main>
  )
}
