import { startAddigySimulator } from "./addigy/start-addigy-simulator"
import { startAwsIotSimulator } from "./aws-iot/start-aws-iot-simulator"
import { startAzureIotHubSimulator } from "./azure-iot-hub/start-azure-iot-hub-simulator"
import { startMasterDataSimulator } from "./master-data/start-master-data-simulator"
import { type DialectName, startRestSimulator } from "./rest-mdm/start-rest-simulator"
import { demoS3 } from "./s3/credentials"
import { startWorkstudioSimulator } from "./workstudio/start-workstudio-simulator"

/** How every simulator is started. Port 0 takes a free one; `keys` are further API keys; `now` is in milliseconds. */
export type SimulatorOptions = {
  port: number
  devices: number
  seed: number
  keys?: number
  now?: () => number
}

/** A running simulator. `access` is what the wizard is given to reach it: addresses and credentials by name. */
type Running = { access: Record<string, string>; stop(): Promise<void> }

/** The simulators by the name of the provider they stand for. */
export const simulators = {
  addigy: async (options) => {
    const { url, v1Url, credentials, stop } = await startAddigySimulator(options)
    return { access: { url, v1Url, ...credentials }, stop }
  },
  "azure-iot-hub": async (options) => {
    const { url, credentials, stop } = await startAzureIotHubSimulator(options)
    return { access: { endpoint: url, ...credentials }, stop }
  },
  "aws-iot": async (options) => {
    const { url, region, credentials, role, stop } = await startAwsIotSimulator(options)
    return { access: { endpoint: url, region, ...credentials, ...role }, stop }
  },
  "master-data": async ({ devices, ...options }) => {
    const { url, credentials, stop } = await startMasterDataSimulator({ ...options, items: devices })
    return { access: { endpoint: url, authority: url, ...credentials }, stop }
  },
  s3: async ({ port }) => {
    // A whole S3 server, which the other stand-ins do without
    const { startS3 } = await import("./s3/start-s3")
    const { url, stop } = await startS3({ port })
    return { access: { s3Endpoint: url, ...demoS3 }, stop }
  },
  simplemdm: rest("simplemdm"),
  fleet: rest("fleet"),
  "jamf-pro": rest("jamf-pro"),
  kandji: rest("kandji"),
  intune: rest("intune"),
  mosyle: rest("mosyle"),
  micromdm: rest("micromdm"),
  "rest-mdm": rest("rest-mdm"),
  workstudio: async ({ devices, ...options }) => {
    const { url, credentials, views, stop } = await startWorkstudioSimulator({
      ...options,
      circuits: devices,
    })
    const access = {
      url,
      ...credentials,
      circuitsView: views.circuits.guid,
      unitsView: views.plannedUnits.guid,
    }
    return { access, stop }
  },
} satisfies Record<string, (options: SimulatorOptions) => Promise<Running>>

function rest(name: DialectName) {
  return async (options: SimulatorOptions): Promise<Running> => {
    const { settings, credentials, stop } = await startRestSimulator(name, options)
    return { access: { ...settings, ...credentials }, stop }
  }
}

export type SimulatorName = keyof typeof simulators
export const isSimulator = (name: string): name is SimulatorName => Object.hasOwn(simulators, name)
