type MovedRow = { externalId: string; name: string | null }

/** A kept plan no longer holds: these rows changed since it was made. */
export class PlanMoved extends Error {
  constructor(readonly rows: MovedRow[]) {
    super(describe(rows))
    this.name = "PlanMoved"
  }
}

function describe(rows: MovedRow[]): string {
  const count =
    rows.length === 200
      ? "200 or more records have"
      : rows.length === 1
        ? "1 record has"
        : `${rows.length} records have`
  const first = rows.slice(0, 3).map(({ name, externalId }) => name ?? externalId)
  const more = rows.length > first.length ? " and others" : ""
  return `The plan no longer holds: ${count} changed since it was made (${first.join(", ")}${more}). Nothing was applied. Make a new preview.`
}
