import { describeConformance } from "@/lib/providers/conformance.test-support"
import { startAddigySimulator } from "@/simulators/addigy/start-addigy-simulator"
import { addigy } from "./session"

describeConformance("Addigy v2", async () => {
  const { url, credentials, control, stop } = await startAddigySimulator()
  const settings = { apiVersion: "v2", baseUrl: url }
  return { provider: addigy, settings, credentials, pageSize: 100, control, stop }
})

describeConformance("Addigy v1", async () => {
  const { v1Url, credentials, control, stop } = await startAddigySimulator()
  const settings = { apiVersion: "v1", baseUrl: v1Url }
  return { provider: addigy, settings, credentials, pageSize: null, control, stop }
})
