import type { Page } from "@/lib/domain/session"
import type { Addigy, ListReply } from "./api"
import { mapPage } from "./map-page"
import { assertPolicyExists } from "./policy"

const sliceSize = 1000

/**
 * v1 has no pages: one list, handed on in slices. The first slice carries the reply. There is no resuming within a list that
 * may have changed since, so every cursor means: from the start.
 */
export async function* readV1(addigy: Addigy): AsyncGenerator<Page> {
  const { items, raw, json, retries, stripped } = await listKnownPolicy(addigy)
  const { policyId } = addigy.settings
  let found = 0
  for (let at = 0; at === 0 || at < items.length; at += sliceSize) {
    const page = mapPage(items.slice(at, at + sliceSize), addigy.settings)
    found += page.records.length + page.rejects.length
    const isLast = at + sliceSize >= items.length
    if (isLast && found === 0 && policyId !== null) await assertPolicyExists(addigy, policyId)
    const received = at === 0 ? { raw, json, retries, stripped } : { raw: "", retries: 0, stripped: 0 }
    yield { ...page, ...received, cursor: isLast ? null : "start", expectedTotal: items.length }
  }
}

/** "Not found" can mean the address or the policy; the list of policies tells which. */
async function listKnownPolicy(addigy: Addigy): Promise<ListReply> {
  const { policyId } = addigy.settings
  try {
    return await addigy.listDevices()
  } catch (error) {
    if (policyId !== null && isNotFound(error)) await assertPolicyExists(addigy, policyId)
    throw error
  }
}

const isNotFound = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "not_found"
