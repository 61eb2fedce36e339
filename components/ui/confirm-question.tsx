"use client"
import { AlertDialog } from "@base-ui/react/alert-dialog"
import { backdropStyles } from "./backdrop-styles"
import { Button } from "./button"
import { buttonStyles } from "./button-styles"
import type { ConfirmDialogProps } from "./confirm-dialog"
import { Notice } from "./notice"

/** The question itself; only an answer closes it, or Escape. */
export default function ConfirmQuestion(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, children, verb, tone = "danger", busy, error, onConfirm } = props
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropStyles} />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-40 w-[calc(100vw-1.5rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-lg border border-line bg-raised p-5 shadow-overlay outline-none">
          <AlertDialog.Title className="font-semibold text-base wrap-anywhere">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="mt-2 space-y-2 text-ink-soft">
            {children}
          </AlertDialog.Description>
          {error !== null && (
            <div className="mt-3">
              <Notice tone="bad" title={error} />
            </div>
          )}
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Close className={buttonStyles({})}>Cancel</AlertDialog.Close>
            <Button variant={tone} busy={busy} onClick={onConfirm}>
              {verb}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
