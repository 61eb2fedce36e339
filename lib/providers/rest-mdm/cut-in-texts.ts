import { cutSecrets } from "@/lib/http/provider-words"

/** Any text of JSON, names of members too. */
const quoted = /"[^"\\]*(?:\\.[^"\\]*)*"/g

/** Cuts values out of the texts in JSON, however they are escaped there; whatever else it holds stays, to the letter. */
export function cutInTexts(json: string, values: string[]): string {
  const forms = values.flatMap((value) => [
    value,
    JSON.stringify(value).slice(1, -1),
    value.replaceAll("/", "\\/"),
  ])
  if (cutSecrets(json, forms) === json) return json
  return json.replace(quoted, (text) => cutSecrets(text, forms))
}
