import type { Page } from "@/lib/domain/session"
import type { Addigy } from "./api"
import { readV1 } from "./read-v1"
import { readV2 } from "./read-v2"

/** Every device, page by page, in the dialect that is set. Ends normally only when Addigy said that this was all. */
export function readDevices(addigy: Addigy, cursor: string | null): AsyncIterable<Page> {
  return addigy.settings.apiVersion === "v2" ? readV2(addigy, cursor) : readV1(addigy)
}
