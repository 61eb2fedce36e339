import type { Json } from "@/lib/domain/json"
import type { ProviderField } from "@/lib/domain/provider"

/** A typed setting as the provider takes it. A text that is no number or no JSON goes as it is, for the provider to refuse. */
export function settingFromText({ kind }: ProviderField, text: string): Json {
  switch (kind) {
    case "switch":
      return text === "true"
    case "number":
      return Number.isFinite(Number(text)) ? Number(text) : text
    case "json":
      return parsedJson(text)
    case "text":
    case "password":
    case "url":
    case "select":
      return text
  }
}

/** A stored setting as it is typed. */
export function settingAsText({ kind }: ProviderField, value: Json): string {
  if (kind === "json") return typeof value === "string" ? value : JSON.stringify(value, null, 2)
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ")
  return typeof value === "string" ? value : JSON.stringify(value)
}

function parsedJson(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
