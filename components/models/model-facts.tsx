import { AttributeValue } from "@/components/devices/attribute-value"
import { kindNames } from "@/components/devices/device-wording"
import { CopyableId } from "@/components/ui/copyable-id"
import { ExactTime } from "@/components/ui/exact-time"
import { Fact, Facts } from "@/components/ui/facts"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import { RelativeTime } from "@/components/ui/relative-time"
import type { DeviceModelDetail } from "@/lib/domain/device-model"
import { attributeName, isMoment, sourceWords } from "./model-wording"

/** What is held of a model, and what else its provider says. */
export function ModelFacts({ model }: { model: DeviceModelDetail }) {
  return (
    <Panel title="Model">
      <Facts>
        <Fact name="Kind">{kindNames[model.kind]}</Fact>
        <Fact name="Description">{model.description ?? <None text="none" />}</Fact>
        <Fact name="Source">{sourceWords(model)}</Fact>
        <Fact name="Id there">
          <CopyableId id={model.externalId} label="id at its source" />
        </Fact>
        {model.missingSince !== null && model.status === "active" && (
          <Fact name="Missing">
            <span className="text-warn">
              from its source’s last complete list, first <RelativeTime at={model.missingSince} />
            </span>
          </Fact>
        )}
        <Fact name="Known since">
          <ExactTime at={model.createdAt} />
        </Fact>
        <Fact name="Last changed">
          <ExactTime at={model.updatedAt} />
        </Fact>
        {Object.entries(model.attributes).map(([key, value]) => (
          <Fact key={key} name={attributeName(key)}>
            {isMoment(value) ? <ExactTime at={value} /> : <AttributeValue value={value} />}
          </Fact>
        ))}
      </Facts>
    </Panel>
  )
}
