import { describeConformance, type StandIn } from "@/lib/providers/conformance.test-support"
import { awsFault } from "@/simulators/aws-iot/faults"
import { type AwsIotSimulator, startAwsIotSimulator } from "@/simulators/aws-iot/start-aws-iot-simulator"
import { awsIot } from "./session"

type Control = StandIn["control"]
const pageSize = 100

describeConformance(
  "AWS IoT",
  async () => {
    const simulator = await startAwsIotSimulator()
    const { url: endpoint, region, credentials, stop } = simulator
    const settings = { region, endpoint, edgeShadows: "targets" }
    return { provider: awsIot, settings, credentials, pageSize, control: controlOf(simulator), stop }
  },
  // AWS tells neither serials nor totals, and lists without thingId: who was made again it is asked about (confirmAnew)
  { serials: false, total: false, tellsRemade: false, triesWhenLimited: 6 },
)

/** The suite's commands in the words of this stand-in. Pages are shorter than asked for, which AWS may do at any time. */
function controlOf({ control }: AwsIotSimulator): Control {
  return ({ devices, removeFirst, remove, add, change, faults }) => {
    const { requests } = control({
      ...(devices === undefined ? {} : { devices }),
      ...(removeFirst === undefined ? {} : { removeFirst }),
      ...(remove === undefined ? {} : { remove }),
      ...(add === undefined ? {} : { add: add.map(({ serial }) => ({ name: serial })) }),
      ...(change?.field === "last_online" ? { pass: 60_000 } : {}),
      ...(change?.field === "device_name" ? { change: change.count } : {}),
      faults: [
        { kind: "small_pages", size: pageSize },
        ...(faults ?? []).flatMap((fault) => awsFault.safeParse(fault).data ?? []),
      ],
    })
    return { requests: { devices: requests.devices ?? 0 } }
  }
}
