"use client"
import { Button } from "./button"
import { Notice } from "./notice"

type Props = {
  /** What cannot be shown: `The log cannot be shown`. */
  title: string
  /** Why, and what to do. */
  error: Error
  retry?: () => void
}

/** What stands where something would that could not be read. */
export function ErrorState({ title, error, retry }: Props) {
  return (
    <div className="p-4">
      <Notice
        tone="bad"
        title={title}
        {...(retry !== undefined && {
          actions: (
            <Button size="sm" onClick={retry}>
              Try again
            </Button>
          ),
        })}
      >
        {error.message}
      </Notice>
    </div>
  )
}
