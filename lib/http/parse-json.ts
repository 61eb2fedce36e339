import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import { providerWords } from "./provider-words"

const breaks = /[\t\r\n]/g
const control = /\p{Cc}/gu

type Reply = { text: string; contentType: string | null; host: string; path: string; secrets: string[] }

/**
 * Parses a reply that should be JSON, or says what came instead. Control characters that stand raw in its texts, where JSON
 * allows none (WorkStudio), are taken out; line breaks and tabs become spaces.
 */
export function parseJson(reply: Reply): Json {
  try {
    return parseMended(reply.text)
  } catch (cause) {
    throw new ProviderError({
      code: "bad_response",
      message: whatCame(reply),
      providerSaid: providerWords(reply.text, reply.secrets),
      cause,
    })
  }
}

function parseMended(text: string): Json {
  try {
    return JSON.parse(text)
  } catch (fault) {
    const mended = text.replace(breaks, " ").replace(control, "")
    if (mended === text) throw fault
    return JSON.parse(mended)
  }
}

function whatCame({ text, contentType, host, path }: Reply): string {
  const start = text.trimStart()
  if (start === "")
    return `${host} sent an empty reply for ${path} instead of JSON. It may pass; if not, check the address of the API.`
  if (start.startsWith("<") || contentType?.includes("html"))
    return `${host} sent a web page (HTML) for ${path} instead of JSON. Check the address of the API; a sign-in page, proxy or maintenance page may be in the way.`
  if (start.startsWith("{") || start.startsWith("["))
    return `${host} sent JSON for ${path} that breaks off or is damaged after ${text.length} characters. It may pass; if not, look for a proxy that cuts replies.`
  return `${host} sent ${contentType ?? "text"} for ${path} instead of JSON. Check the address of the API.`
}
