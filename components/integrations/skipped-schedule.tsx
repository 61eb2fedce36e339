import Link from "next/link"

/** Why the schedule that was chosen will not run, and where that is set right. */
export function SkippedSchedule({ note }: { note: string }) {
  return (
    <p className="mt-1.5 text-warn">
      {note}{" "}
      <Link href="/settings/account" className="underline underline-offset-2">
        Change the device source
      </Link>
    </p>
  )
}
