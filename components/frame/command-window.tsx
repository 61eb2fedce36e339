"use client"
import { Autocomplete } from "@base-ui/react/autocomplete"
import { Dialog } from "@base-ui/react/dialog"
import { Search } from "lucide-react"
import { useDeferredValue, useState } from "react"
import { backdropStyles } from "@/components/ui/backdrop-styles"
import type { PaletteProps } from "./command-palette"
import type { Command, CommandGroup } from "./commands-of"
import { useCommands } from "./use-commands"

type Props = PaletteProps & { open: boolean; onOpenChange: (open: boolean) => void }

/** The palette's window: what fits what is typed, in groups; Enter goes there or does it. */
export default function CommandWindow({ open, onOpenChange, ...rest }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropStyles} />
        <Dialog.Popup
          aria-label="Search or go to"
          className="fixed top-[12dvh] left-1/2 z-40 flex max-h-[min(30rem,76dvh)] w-[calc(100vw-1.5rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-overlay outline-none"
        >
          <Palette onDone={() => onOpenChange(false)} {...rest} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Palette({ onDone, ...rest }: PaletteProps & { onDone: () => void }) {
  const [text, setText] = useState("")
  const { groups, isSearching, failure } = useCommands(useDeferredValue(text), rest)
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      value={text}
      onValueChange={setText}
      itemToStringValue={(command: Command) => command.label}
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex items-center gap-2.5 border-line border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <Autocomplete.Input
          aria-label="Search or go to"
          placeholder="Page, device, integration, or “sync”"
          className="h-12 w-full bg-transparent text-base outline-none placeholder:text-ink-faint"
        />
      </div>
      <div className="min-h-0 overflow-y-auto overscroll-contain">
        <Autocomplete.Empty>
          <span className="block px-4 py-8 text-center text-ink-soft empty:hidden">
            {isSearching ? "Searching devices" : "Nothing fits. Try part of a name or a serial number."}
          </span>
        </Autocomplete.Empty>
        {failure !== null && <p className="px-4 py-2 text-bad">{failure}</p>}
        <Autocomplete.List className="p-1.5">
          {(group: CommandGroup) => (
            <Autocomplete.Group key={group.value} items={group.items} className="pb-1">
              <Autocomplete.GroupLabel className="px-2.5 py-1 text-ink-faint text-xs">
                {group.value}
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(command: Command) => (
                  <Item
                    key={command.id}
                    command={command}
                    onChoose={() => {
                      onDone()
                      command.run()
                    }}
                  />
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </div>
    </Autocomplete.Root>
  )
}

function Item({ command, onChoose }: { command: Command; onChoose: () => void }) {
  const { Icon, label, note } = command
  return (
    <Autocomplete.Item
      value={command}
      onClick={onChoose}
      className="flex cursor-default items-center gap-2.5 rounded-sm px-2.5 py-1.5 outline-none data-highlighted:bg-accent-soft"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {note !== null && <span className="max-w-[45%] truncate text-ink-soft text-xs">{note}</span>}
    </Autocomplete.Item>
  )
}
