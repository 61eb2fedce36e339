import { Badge, type Tone } from "@/components/ui/badge"
import { CodeView } from "@/components/ui/code-view"
import { CopyableId } from "@/components/ui/copyable-id"
import { Diff } from "@/components/ui/diff"
import { ExactTime } from "@/components/ui/exact-time"
import { Fact, Facts } from "@/components/ui/facts"
import { formatBytes } from "@/components/ui/format-bytes"
import { formatDuration } from "@/components/ui/format-duration"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import { Shown } from "./shown"

const tones: Tone[] = ["good", "warn", "bad", "live", "quiet"]
const colours = ["canvas", "surface", "sunken", "raised", "accent", "good", "warn", "bad", "live", "mark"]
const at = "2026-11-22T04:00:07.000Z"

/** Type, colour, and how values are written. */
export function ShownText({ theme }: { theme: string }) {
  return (
    <Panel title="Text and values" label={`Text and values, ${theme}`}>
      <div className="space-y-4 p-4">
        <Shown name="Type: text-xl, text-base, body, text-xs">
          <p className="font-semibold text-xl tracking-tight">Heading of a page</p>
          <p className="font-semibold text-base">What a panel says first</p>
          <p>What people read all day</p>
          <p className="text-ink-soft">What stands beside it</p>
          <p className="text-ink-faint text-xs">Help and units</p>
        </Shown>
        <Shown name="Colours">
          <ul className="flex flex-wrap gap-1.5">
            {colours.map((name) => (
              <li key={name} className="text-xs">
                <span
                  aria-hidden
                  className="block h-8 w-14 rounded-sm border border-line"
                  style={{ background: `var(--${name})` }}
                />
                {name}
              </li>
            ))}
          </ul>
        </Shown>
        <Shown name="Badge">
          <p className="flex flex-wrap gap-2">
            {tones.map((tone) => (
              <Badge key={tone} tone={tone}>
                {tone}
              </Badge>
            ))}
          </p>
        </Shown>
        <Shown name="Diff">
          <Diff
            differences={[
              { name: "Name", before: "studio-mac-07", after: "studio-mac-7" },
              { name: "Assigned to", before: null, after: "Mina Park" },
              { name: "OS version", before: "15.1", after: null },
            ]}
          />
        </Shown>
        <Shown name="CodeView">
          <CodeView what="record" value={{ serial: "C02XG0FDJGH5", name: null }} />
        </Shown>
      </div>
      <Facts>
        <Fact name="RelativeTime">
          <RelativeTime at={at} />
        </Fact>
        <Fact name="ExactTime">
          <ExactTime at={at} />
        </Fact>
        <Fact name="Duration, size">
          {formatDuration(83_000)}, {formatBytes(1_284_000)}
        </Fact>
        <Fact name="Absent">
          <None />
        </Fact>
        <Fact name="CopyableId">
          <CopyableId id="019aa2b4-95b1-7c51-8a5e-1f0f6f3a1b2c" label="an id" />
        </Fact>
      </Facts>
    </Panel>
  )
}
