/** WorkStudio's job statuses and what it calls them (providers/workstudio.md, E.4). */
const captions: Record<string, string> = {
  SA: "New",
  ACTIV: "In Progress",
  QC: "QC",
  REWRK: "Rework",
  DEF: "Deferral",
  CLOSE: "Closed",
}

export const usualStatuses = ["ACTIV", "QC", "REWRK", "CLOSE"]

/** A status as WorkStudio writes it: upper case, and REWRK where people say REWORK. */
export function statusCode(text: string): string {
  const code = text.trim().toUpperCase()
  return code === "REWORK" ? "REWRK" : code
}

export const captionOf = (code: string): string => captions[code] ?? code
