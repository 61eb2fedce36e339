import type { CatalogEntry } from "@/lib/domain/provider"

export const addigyCatalogEntry: CatalogEntry = {
  id: "addigy",
  name: "Addigy",
  family: "mdm",
  summary: "Macs, iPads, iPhones and Apple TVs that Addigy manages, all of them or those of one policy.",
  settings: [
    {
      key: "apiVersion",
      label: "API version",
      help: "v2 is the current one. Choose v1 only if you have a client ID and secret instead of an API key.",
      kind: "select",
      options: [
        { value: "v2", label: "v2 (API key)" },
        { value: "v1", label: "v1 (client ID and secret)" },
      ],
      required: true,
    },
    {
      key: "policyId",
      label: "Policy",
      help: "Only devices of this policy are taken in. Leave it empty for every device of the organisation.",
      kind: "text",
      choices: "policyId",
      placeholder: "All policies",
      required: false,
    },
    {
      key: "baseUrl",
      label: "Base URL",
      help: "Leave it empty unless Addigy gave you another address.",
      kind: "url",
      placeholder: "https://api.addigy.com/api/v2",
      required: false,
    },
  ],
  credentials: [
    {
      key: "apiKey",
      label: "API key",
      help: 'Addigy: Account → Integrations. The key needs the "View Devices" permission.',
      kind: "password",
      required: true,
      when: { key: "apiVersion", equals: "v2" },
    },
    {
      key: "clientId",
      label: "Client ID",
      help: "Addigy: Account → Integrations.",
      kind: "text",
      required: true,
      when: { key: "apiVersion", equals: "v1" },
    },
    {
      key: "clientSecret",
      label: "Client secret",
      help: "Shown once, when the client ID is made.",
      kind: "password",
      required: true,
      when: { key: "apiVersion", equals: "v1" },
    },
  ],
  streams: ["devices"],
  defaultSchedule: { syncInterval: null, cron: "0 4 * * *", timeZone: "UTC" },
}
