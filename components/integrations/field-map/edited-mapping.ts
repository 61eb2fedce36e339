import type { CheckInput } from "@/components/integrations/integration-actions"

/** The mapping's text, what changes it, and the connection as it would be with another one. */
export type EditedMapping = {
  text: string
  change: (text: string) => void
  inputWith: (text: string) => CheckInput
}
