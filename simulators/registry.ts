import { startAddigySimulator } from "./addigy/start-addigy-simulator"
import { startAwsIotSimulator } from "./aws-iot/start-aws-iot-simulator"
import { startAzureIotHubSimulator } from "./azure-iot-hub/start-azure-iot-hub-simulator"
import { type DialectName, startRestSimulator } from "./rest-mdm/start-rest-simulator"

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
  simplemdm: rest("simplemdm"),
  fleet: rest("fleet"),
  "jamf-pro": rest("jamf-pro"),
  kandji: rest("kandji"),
  intune: rest("intune"),
  mosyle: rest("mosyle"),
  micromdm: rest("micromdm"),
  "rest-mdm": rest("rest-mdm"),
} satisfies Record<string, (options: SimulatorOptions) => Promise<Running>>

function rest(name: DialectName) {
  return async (options: SimulatorOptions): Promise<Running> => {
    const { settings, credentials, stop } = await startRestSimulator(name, options)
    return { access: { ...settings, ...credentials }, stop }
  }
}

export type SimulatorName = keyof typeof simulators
export const isSimulator = (name: string): name is SimulatorName => Object.hasOwn(simulators, name)
