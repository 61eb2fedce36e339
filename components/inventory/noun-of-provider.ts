import type { Noun } from "@/lib/domain/noun"

/** What an integration of a provider is mostly about, by which its card and its runs are worded. */
export function nounOfProvider(provider: string): Noun {
  switch (provider) {
    case "master-data":
      return "list-item"
    case "workstudio":
      return "circuit"
    default:
      return "device"
  }
}
