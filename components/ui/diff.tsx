export type Difference = { name: string; before: string | null; after: string | null }

/** Values before and after. One that was absent shows only what came, one that went says so. */
export function Diff({ differences }: { differences: Difference[] }) {
  return (
    <ul className="space-y-0.5">
      {differences.map(({ name, before, after }) => (
        <li key={name} className="wrap-anywhere">
          <span className="text-ink-faint">{name}: </span>
          {before !== null && (
            <>
              <del className="text-ink-soft">{before}</del>
              <span className="text-ink-faint"> → </span>
            </>
          )}
          <ins className="no-underline">{after ?? "no longer given"}</ins>
        </li>
      ))}
    </ul>
  )
}
