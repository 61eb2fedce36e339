"use client"
import { List, Table2 } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { LinkButton } from "@/components/ui/link-button"
import { Panel } from "@/components/ui/panel"
import { RadioCards } from "@/components/ui/radio-cards"
import { SecretInput } from "@/components/ui/secret-input"
import { Segmented } from "@/components/ui/segmented"
import { Select } from "@/components/ui/select"
import { SuggestInput } from "@/components/ui/suggest-input"
import { Switch } from "@/components/ui/switch"
import { Textarea } from "@/components/ui/textarea"
import { Shown } from "./shown"

const choices = [
  { value: "addigy", label: "Addigy" },
  { value: "intune", label: "Intune" },
]

/** What is pressed, chosen and filled in. */
export function ShownControls({ theme }: { theme: string }) {
  const [choice, setChoice] = useState("addigy")
  const [isOn, setOn] = useState(true)
  const [text, setText] = useState("")
  return (
    <Panel title="Controls" label={`Controls, ${theme}`}>
      <div className="space-y-4 p-4">
        <Shown name="Button, LinkButton">
          <div className="flex flex-wrap gap-2">
            <Button variant="primary">Connect</Button>
            <Button>Preview</Button>
            <Button variant="ghost">Cancel</Button>
            <Button variant="danger">Delete</Button>
            <Button busy>Checking</Button>
            <Button reason="Only an admin can do this.">Not allowed</Button>
            <LinkButton href="/design">Go there</LinkButton>
          </div>
        </Shown>
        <Field label="Field, Input" help="Help stands below, and is read with the field.">
          <Input value={text} onChange={(event) => setText(event.target.value)} placeholder="Example" />
        </Field>
        <Field label="Field with an error" errors={["Give a whole number from 1 to 90."]}>
          <Input defaultValue="many" />
        </Field>
        <Field label="Select" optional>
          <Select value={choice} choices={choices} onChange={setChoice} />
        </Field>
        <Field label="SuggestInput">
          <SuggestInput value={choice} choices={choices} onChange={setChoice} />
        </Field>
        <Field label="SecretInput">
          <SecretInput value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Field label="Textarea">
          <Textarea rows={2} defaultValue={'{ "path": "$.devices" }'} />
        </Field>
        <Shown name="RadioCards">
          <RadioCards
            label="Systems"
            value={choice}
            choices={choices.map(({ value, label }) => ({ value, content: label }))}
            onChange={setChoice}
            className="grid grid-cols-2 gap-2"
          />
        </Shown>
        <div className="flex flex-wrap items-center gap-6">
          <Switch label="Switch" checked={isOn} onChange={setOn} />
          <Checkbox label="Checkbox" checked={isOn} onChange={setOn} />
          <Checkbox label="Some of them" checked={false} isMixed onChange={setOn} />
          <Segmented
            label="Show as"
            value={isOn ? "list" : "table"}
            segments={[
              { value: "list", label: "List", Icon: List },
              { value: "table", label: "Table", Icon: Table2 },
            ]}
            onChange={(value) => setOn(value === "list")}
          />
        </div>
      </div>
    </Panel>
  )
}
