import type { HeldRecordView } from "@/lib/domain/removal-hold"

/** The records whose name, serial number or id holds the text, in any case. */
export function findHeld(records: HeldRecordView[], text: string): HeldRecordView[] {
  const wanted = text.trim().toLowerCase()
  return records.filter(({ subjectName, serialNumber, externalId }) =>
    [subjectName, serialNumber, externalId].some((value) => value?.toLowerCase().includes(wanted)),
  )
}
