import { None } from "@/components/ui/none"
import { Notice } from "@/components/ui/notice"
import { Cell, HeadCell, Row, Table } from "@/components/ui/table"
import type { SourceSample } from "@/lib/domain/source-sample"

/** What the mapping makes of the sampled devices, and why some cannot be taken. */
export function SampleDevices({ sample: { devices, rejects } }: { sample: SourceSample }) {
  return (
    <>
      {rejects[0] !== undefined && (
        <Notice tone="warn" title={`${rejects.length} of the sampled devices cannot be taken.`}>
          {rejects[0].message}
        </Notice>
      )}
      {devices.length > 0 && (
        <div className="rounded-md border border-line">
          <Table label="What becomes of the sample">
            <thead>
              <tr>
                {["Serial number", "Name", "Model", "Type", "Assigned to", "OS"].map((head) => (
                  <HeadCell key={head}>{head}</HeadCell>
                ))}
              </tr>
            </thead>
            <tbody>
              {devices.map((device) => (
                <Row key={device.externalId}>
                  <Cell className="font-mono text-xs">{device.serialNumber ?? <None text="none" />}</Cell>
                  <Cell>{device.name ?? <None text="none" />}</Cell>
                  <Cell>{device.model ?? <None text="none" />}</Cell>
                  <Cell>{device.type}</Cell>
                  <Cell>{device.assignedTo ?? <None text="nobody" />}</Cell>
                  <Cell>{device.osVersion ?? <None text="unknown" />}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </>
  )
}
