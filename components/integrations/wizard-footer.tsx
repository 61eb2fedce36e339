"use client"
import { useQuery } from "@tanstack/react-query"
import { ArrowLeft } from "lucide-react"
import { Button } from "@/components/ui/button"
import { LinkButton } from "@/components/ui/link-button"
import { cronPreviewQuery } from "@/lib/queries/schedule"
import { missingFields, scopeSettings } from "./integration-draft"
import type { useWizard } from "./use-wizard"

type Wizard = ReturnType<typeof useWizard>

/** Forward, back and out. What keeps one from going on is said at the button. */
export function WizardFooter({ wizard }: { wizard: Wizard }) {
  const { step, isMoving, check, creation } = wizard
  const wrongCron = useWrongCron(wizard)
  const wasRefused = step === "connection" && check.state.kind === "refused"
  return (
    <footer className="flex flex-wrap items-center gap-2 border-line border-t px-5 py-3">
      {step !== "provider" && (
        <Button onClick={wizard.back} disabled={creation.isPending}>
          <ArrowLeft aria-hidden /> Back
        </Button>
      )}
      <LinkButton variant="ghost" href="/settings/integrations">
        Cancel
      </LinkButton>
      <div className="ml-auto flex flex-wrap gap-2">
        {wasRefused && <Button onClick={wizard.forward}>Continue without a check</Button>}
        {step === "review" ? (
          <Button variant="primary" busy={creation.isPending} onClick={creation.run}>
            Connect
          </Button>
        ) : (
          <Button
            key={step}
            type="submit"
            variant="primary"
            busy={isMoving}
            reason={whyNotForward(wizard) ?? wrongCron}
          >
            Continue
          </Button>
        )}
      </div>
    </footer>
  )
}

/** What is wrong with the cron expression that is being entered; null when it can be read, or there is none. */
function useWrongCron({ step, draft }: Wizard): string | null {
  const { choice, cron, timeZone } = draft.schedule
  const asked = { cron: cron.trim(), timeZone }
  const isAsked = step === "schedule" && choice === "cron" && asked.cron !== ""
  const { error } = useQuery({ ...cronPreviewQuery(asked), enabled: isAsked })
  return isAsked ? (error?.message ?? null) : null
}

/** What is still missing on this step; null when one can go on. */
function whyNotForward({ step, entry, draft, pace, check }: Wizard): string | null {
  switch (step) {
    case "connection":
      return check.state.kind === "passed" ? null : "Check the connection first."
    case "settings": {
      const missing = missingFields(scopeSettings(entry), draft.settings, draft)
      const all = draft.name.trim() === "" ? ["Name", ...missing] : missing
      return all.length === 0 ? null : `Fill in first: ${all.join(", ")}.`
    }
    case "schedule":
      return draft.schedule.choice === "cron" && draft.schedule.cron.trim() === ""
        ? "Enter a cron expression first."
        : pace.error
    case "provider":
    case "review":
      return null
  }
}
