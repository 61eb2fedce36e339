/** A grey stand-in while something loads; `className` gives its size. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={`animate-pulse rounded-md bg-line/70 ${className}`} />
}
