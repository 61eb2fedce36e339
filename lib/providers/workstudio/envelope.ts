import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"

type JsonObject = { [key: string]: Json }

/** A property in whatever case it comes: the vendor says that names are to be taken so. Undefined where it is missing. */
export function propertyOf(json: Json | undefined, name: string): Json | undefined {
  if (!isObject(json)) return undefined
  const exact = json[name]
  if (exact !== undefined) return exact
  const wanted = name.toLowerCase()
  for (const key in json) if (key.toLowerCase() === wanted) return json[key]
  return undefined
}

/**
 * The error that WorkStudio tells of with a status of 200: `{"Protocol":"ERROR","errorMessage":"…"}`. Taken for an answer, it
 * would be a list without rows. Null for a reply that is none.
 */
export function errorIn(json: Json, host: string): ProviderError | null {
  const said = propertyOf(json, "errorMessage")
  const words = typeof said === "string" ? said.trim().slice(0, 500).toWellFormed() : ""
  // A reply may carry an empty message beside its rows
  const isError = /^error$/i.test(protocolOf(json))
  if (!isError && (words === "" || propertyOf(json, "DataSet") !== undefined)) return null
  return new ProviderError({
    code: "bad_response",
    message: `WorkStudio at ${host} answered with an error${words === "" ? "" : `: ${words}`}. Nothing was taken over. If it stays, check the view's GUID, the filter name and the user's rights.`,
    providerSaid: words || null,
  })
}

/** What kind of reply it is: `DATASET`, `OK`, `ERROR`; empty where it does not say. */
export function protocolOf(json: Json): string {
  const protocol = propertyOf(json, "protocol")
  return typeof protocol === "string" ? protocol.trim() : ""
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json)
}
