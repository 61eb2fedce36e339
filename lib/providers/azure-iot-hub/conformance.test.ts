import { describeConformance, type StandIn } from "@/lib/providers/conformance.test-support"
import type { Command } from "@/simulators/azure-iot-hub/control"
import { hubFault } from "@/simulators/azure-iot-hub/faults"
import {
  type AzureIotHubSimulator,
  startAzureIotHubSimulator,
} from "@/simulators/azure-iot-hub/start-azure-iot-hub-simulator"
import { azureIotHub } from "./session"

const traits = { serials: false, triesWhenLimited: 6 }

describeConformance("Azure IoT Hub", () => start((hub) => hub.credentials), traits)

/** A fleet without edge devices, so that a page of devices is the first page. */
async function start(credentialsOf: (hub: AzureIotHubSimulator) => Record<string, string>): Promise<StandIn> {
  const hub = await startAzureIotHubSimulator()
  hub.control({ mix: { edgeEvery: 0, concentratorEvery: 0 } })
  return {
    provider: azureIotHub,
    settings: { endpoint: hub.url, authority: hub.url },
    credentials: credentialsOf(hub),
    pageSize: 100,
    control: (command) => {
      const { requests } = hub.control(inOurWords(command))
      const { calls } = hub.state()
      return { requests: { ...requests, "POST /devices/query": calls.devices ?? 0 } }
    },
    stop: hub.stop,
  }
}

type Told = Parameters<StandIn["control"]>[0]

/** The suite's commands in the words of this simulator: a device's serial is its id here. */
function inOurWords({ add, change, faults, ...rest }: Told): Command {
  const fields = { last_online: "activity", device_name: "name" } as const
  return {
    ...rest,
    ...(add === undefined ? {} : { add: add.map(({ serial }) => ({ deviceId: serial })) }),
    ...(change === undefined ? {} : { change: { count: change.count, field: fields[change.field] } }),
    ...(faults === undefined
      ? {}
      : { faults: faults.flatMap((fault) => (fault.kind === "no_serial" ? [] : [hubFault.parse(fault)])) }),
  }
}
