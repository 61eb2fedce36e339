import { lists } from "@/lib/domain/lists"
import type { Check } from "@/lib/domain/session"
import type { Shelf } from "@/lib/domain/shelf"
import { quick } from "@/lib/http/patience"
import type { MasterData } from "./api"
import { mapList } from "./map-list"
import type { MasterDataSettings } from "./settings"

type Checked = { settings: MasterDataSettings; masterData: MasterData; shelf: Shelf }

/** Reads the list and looks at where it is published; writes nothing. */
export async function checkMasterData({ settings, masterData, shelf }: Checked): Promise<Check> {
  const definition = lists[settings.list]
  const { json } = await masterData.fetchList(quick)
  const { records, rejects } = mapList(json, definition)
  // Only what is fetched tells a bucket that is not there from an empty place in it
  const there = (await shelf.head()) ?? (await shelf.get())
  const { bucket, key } = shelf.place
  const now =
    there === null
      ? `Nothing is published at ${bucket}/${key} yet.`
      : `It will replace ${bucket}/${key} (${there.bytes} bytes).`
  const warnings = [
    ...(records.length === 0 ? ["The list is empty now. An empty list is never published by itself."] : []),
    ...(rejects.length > 0
      ? [`${rejects.length} items cannot be used. The first: ${rejects[0]?.message}`]
      : []),
    ...(there === null
      ? ["Whether the access key may write there is seen when the list is first published."]
      : []),
  ]
  const host = new URL(settings.endpoint).host
  return {
    detail: `${host} has ${records.length} items of ${definition.name}. ${now}`,
    warnings,
    choices: {},
  }
}
