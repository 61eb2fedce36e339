import type { ProviderField } from "./provider"

/** The settings of `modelSettings` as the wizard asks for them; apart from it, so that browsers need no zod. */
export const modelFields: ProviderField[] = [
  {
    key: "modelPolicy",
    label: "Devices of an unknown model",
    help: "A device whose model Rollcall does not know can wait until the model is there, or the model is made.",
    kind: "select",
    options: [
      { value: "skip", label: "Leave them out until the model is known" },
      { value: "create", label: "Create the missing models" },
    ],
    initial: "skip",
    required: true,
  },
  {
    key: "defaultModel",
    label: "Default model",
    help: "The name of a known model that such devices get instead. Leave it empty to leave them out.",
    kind: "text",
    required: false,
    when: { key: "modelPolicy", equals: "skip" },
  },
]
