import { Check } from "lucide-react"

export const wizardSteps = ["provider", "connection", "settings", "schedule", "review"] as const
export type WizardStep = (typeof wizardSteps)[number]

export const stepNames: Record<WizardStep, string> = {
  provider: "System",
  connection: "Connection",
  settings: "Settings",
  schedule: "Schedule",
  review: "Review",
}

/** Where in the wizard one is; steps behind can be gone back to. */
export function WizardSteps({ current, onGo }: { current: WizardStep; onGo: (step: WizardStep) => void }) {
  const at = wizardSteps.indexOf(current)
  return (
    <nav aria-label="Steps">
      <ol className="flex flex-wrap gap-x-1 gap-y-2">
        {wizardSteps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              disabled={index >= at}
              aria-current={step === current ? "step" : undefined}
              onClick={() => onGo(step)}
              className="flex h-8 items-center gap-2 rounded-md px-2 text-ink-faint enabled:text-ink-soft enabled:hover:bg-line/50 aria-[current]:font-medium aria-[current]:text-ink"
            >
              <span
                aria-hidden
                className={`grid size-5 place-items-center rounded-full font-semibold text-xs tabular-nums ${index <= at ? "bg-accent text-accent-ink" : "bg-line text-ink-soft"}`}
              >
                {index < at ? <Check className="size-3" /> : index + 1}
              </span>
              {stepNames[step]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
