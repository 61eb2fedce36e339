import { Fact, Facts } from "@/components/ui/facts"
import { None } from "@/components/ui/none"
import { Panel } from "@/components/ui/panel"
import type { DeviceSourceView } from "@/lib/domain/device"
import { AttributeValue } from "./attribute-value"

/** How a LoRaWAN concentrator is set up, as each hub that has it says (S3-LORA). */
export function ConcentratorFacts({ records }: { records: DeviceSourceView[] }) {
  return records
    .filter(({ fields, retiredAt }) => fields.kind === "concentrator" && retiredAt === null)
    .map(({ integrationId, integrationName, externalId, attributes }) => (
      <Panel
        key={`${integrationId} ${externalId}`}
        title="Concentrator"
        aside={<span className="text-ink-faint text-xs">{integrationName}</span>}
      >
        <Facts>
          <Fact name="Gateway id">
            <span className="font-mono">{externalId}</span>
          </Fact>
          <Fact name="In the hub">
            {attributes.status === "disabled" ? "Disabled: no known gateway" : "Enabled"}
          </Fact>
          <Fact name="Region">
            <Known value={attributes.region} />
          </Fact>
          <Fact name="Client thumbprint">
            <Known value={attributes.thumbprint} />
          </Fact>
          <Fact name="Router configuration">
            <Known value={attributes.routerConfig} />
          </Fact>
        </Facts>
      </Panel>
    ))
}

function Known({ value }: { value: DeviceSourceView["attributes"][string] | undefined }) {
  if (value === undefined || value === null) return <None text="not set" />
  return <AttributeValue value={value} />
}
