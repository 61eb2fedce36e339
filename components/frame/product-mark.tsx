/** Rollcall's mark: a register with one name called and answered. */
export function ProductMark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <rect width="24" height="24" rx="6" className="fill-accent" />
      <path
        d="M6.5 7.5h7M6.5 12h4.5M6.5 16.5h7"
        strokeWidth="2"
        strokeLinecap="round"
        className="stroke-accent-ink"
      />
      <path
        d="m14.2 12.4 1.9 1.9 3.4-4"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-accent-ink"
      />
    </svg>
  )
}
