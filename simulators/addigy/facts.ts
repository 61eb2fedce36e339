import { hexByte } from "@/simulators/random"
import type { Device } from "./fleet"

/** Milliseconds since 1970, and texts made from it once for a whole reply. */
export type Clock = { now: number; minute: string }

export type Fact = {
  id: string
  /** v1's name for it. */
  label: string
  type: "string" | "number" | "boolean" | "list" | "date"
  /** The value as JSON text. */
  json: (device: Device, clock: Clock) => string
}

const text = (value: string): string => `"${value}"`
const onMac = (json: (device: Device, clock: Clock) => string) => (device: Device, clock: Clock) =>
  device.model.platform === "mac" ? json(device, clock) : "null"
const isoDays = new Map<number, string>()

/** The time of day stays, so that a few thousand texts serve every device. */
const daysAgo = (moment: number, days: number): string => {
  const at = Math.floor(moment / 1000) - days * 86_400
  const known = isoDays.get(at)
  if (known !== undefined) return known
  if (isoDays.size > 20_000) isoDays.clear()
  const made = `"${new Date(at * 1000).toISOString().slice(0, 19)}Z"`
  isoDays.set(at, made)
  return made
}
const isOnline = ({ drawn }: Device): boolean => drawn % 5 < 3
const mac = ({ drawn }: Device, last: number): string =>
  `"aa:bb:${hexByte(drawn)}:${hexByte(drawn >>> 8)}:${hexByte(drawn >>> 16)}:0${last}"`
const systemNames = { mac: "macOS", ipad: "iOS", iphone: "iOS", tv: "tvOS" }
const registered = Date.UTC(2025, 10, 3, 15, 59, 16)

/** Addigy writes fractions of a second with one to nine digits. */
const lastOnline = (device: Device, { now, minute }: Clock): string =>
  isOnline(device)
    ? `"${minute}:${String(device.drawn % 60).padStart(2, "0")}.${device.drawn.toString().slice(0, 1 + (device.drawn % 9))}Z"`
    : daysAgo(now, 1 + (device.drawn % 800))

const fact = (id: string, label: string, type: Fact["type"], json: Fact["json"]): Fact => ({
  id,
  label,
  type,
  json,
})

/** About sixty of Addigy's hundred and fifty facts. */
export const facts: Fact[] = [
  fact("serial_number", "Serial Number", "string", (d) => text(d.serial)),
  fact("device_name", "Device Name", "string", (d) => text(d.name)),
  fact(
    "host_name",
    "Host Name",
    "string",
    onMac((d) => text(`${d.model.platform}-${d.drawn % 1000}.local`)),
  ),
  fact(
    "localhost_name",
    "LocalHost Name",
    "string",
    onMac((d) => text(`${d.model.platform}-${d.drawn % 1000}`)),
  ),
  fact("device_model_name", "Device Model Name", "string", (d) => text(d.model.name)),
  fact("hardware_model", "Hardware Model", "string", (d) => text(d.model.identifier)),
  fact("product_name", "Product Name", "string", (d) => text(d.model.identifier)),
  fact(
    "current_user",
    "Current User",
    "string",
    onMac((d) => (d.user === null ? text("root") : text(d.user))),
  ),
  fact("os_version", "OS Version", "string", (d) => text(d.os)),
  fact(
    "mac_os_x_version",
    "MAC OS X Version",
    "string",
    onMac((d) => text(d.os)),
  ),
  fact("system_version", "System Version", "string", (d) =>
    text(`${systemNames[d.model.platform]} ${d.os} (${d.build})`),
  ),
  fact("build_version", "Build Version", "string", (d) => text(d.build)),
  fact(
    "online",
    "Online",
    "boolean",
    onMac((d) => String(isOnline(d))),
  ),
  fact("last_online", "Last Online", "date", onMac(lastOnline)),
  fact("mdm_last_connected", "MDM Last Connected", "date", (d, { now }) => daysAgo(now, d.drawn % 3)),
  fact("policy_id", "policy_id", "string", (d) => text(d.policy.id)),
  fact("policy_ids", "Policy IDs", "list", (d) => `[${text(d.policy.id)}]`),
  fact("udid", "UDID", "string", (d) => text(d.agentId.toUpperCase())),
  fact(
    "mac_uuid",
    "Mac UUID",
    "string",
    onMac((d) => text(d.agentId.toUpperCase())),
  ),
  fact(
    "filevault_enabled",
    "FileVault Enabled",
    "boolean",
    onMac((d) => String(d.drawn % 7 > 0)),
  ),
  fact("is_supervised", "Is Supervised", "boolean", (d) => String(d.drawn % 3 > 0)),
  fact("enrolled_via_dep", "Enrolled Via DEP", "boolean", (d) => String(d.drawn % 3 > 0)),
  fact("is_compliant", "Is Compliant", "boolean", (d) => String(d.drawn % 11 > 0)),
  fact("is_mdm_lost_mode_enabled", "Is MDM Lost Mode Enabled", "boolean", () => "false"),
  fact("wifi_mac_address", "Wifi MAC Address", "string", (d) => mac(d, 1)),
  fact(
    "ethernet_mac_address",
    "Ethernet MAC Address",
    "string",
    onMac((d) => mac(d, 2)),
  ),
  fact(
    "ethernet_ma_cs",
    "Ethernet MA CS",
    "list",
    onMac((d) => `[${mac(d, 2)}]`),
  ),
  fact("warranty_expiration_date", "Warranty Expiration Date", "date", (d) =>
    daysAgo(registered, -300 - (d.drawn % 700)),
  ),
  fact("warranty_days_left", "Warranty Days Left", "number", (d, { now }) =>
    String(Math.round((registered - now) / 86_400_000) + 300 + (d.drawn % 700)),
  ),
  fact("registration_date", "Registration Date", "date", (d) => daysAgo(registered, d.drawn % 200)),
  fact("processor_type", "Processor Type", "string", (d) => text(d.model.chip)),
  fact("device_chip_type", "Device Chip Type", "string", (d) =>
    text(d.model.chip.startsWith("Intel") ? "Intel" : "Apple Silicon"),
  ),
  fact("total_memory_gb", "Total Memory (GB)", "number", (d) => String(d.model.memoryGb)),
  fact(
    "used_memory_gb",
    "Used Memory (GB)",
    "number",
    onMac((d, { now }) => String(1 + ((d.drawn + Math.floor(now / 60_000)) % d.model.memoryGb))),
  ),
  fact("total_disk_space_gb", "Total Disk Space (GB)", "number", (d) => String(d.model.diskGb)),
  fact("free_disk_percentage", "Free Disk Percentage", "number", (d, { now }) =>
    String((d.drawn + Math.floor(now / 60_000)) % 100),
  ),
  fact("free_disk_space_gb", "Free Disk Space (GB)", "number", (d, { now }) =>
    String((d.drawn + Math.floor(now / 60_000)) % d.model.diskGb),
  ),
  fact("battery_percentage", "Battery Percentage", "number", (d, { now }) =>
    String((d.drawn + Math.floor(now / 60_000)) % 101),
  ),
  fact(
    "battery_cycles",
    "Battery Cycles",
    "number",
    onMac((d) => String(d.drawn % 900)),
  ),
  fact(
    "battery_charging",
    "Battery Charging",
    "boolean",
    onMac((d) => String(d.drawn % 2 === 0)),
  ),
  fact(
    "uptime_days",
    "Uptime (days)",
    "number",
    onMac((d, { now }) => String((d.drawn + Math.floor(now / 60_000)) % 90)),
  ),
  fact(
    "admin_users",
    "Admin Users",
    "list",
    onMac((d) => (d.user === null ? '["admin"]' : `["admin",${text(d.user)}]`)),
  ),
  fact(
    "agent_version",
    "Agent Version",
    "string",
    onMac(() => text("3.9.2")),
  ),
  fact(
    "installed_profiles",
    "Installed Profiles",
    "list",
    (d) => `["com.example.wifi","com.example.vpn.${d.drawn % 4}"]`,
  ),
  fact(
    "third_party_agents",
    "Third Party Agents",
    "list",
    onMac(() => "[]"),
  ),
  fact("iccid", "ICCID", "string", (d) => (d.model.platform === "iphone" ? text(`8901${d.drawn}`) : "null")),
  fact("imei", "IMEI", "string", (d) => (d.model.platform === "iphone" ? text(`35${d.drawn}`) : "null")),
  fact("meid", "MEID", "string", () => "null"),
  fact(
    "gatekeeper_enabled",
    "Gatekeeper Enabled",
    "boolean",
    onMac((d) => String(d.drawn % 13 > 0)),
  ),
  fact(
    "firewall_enabled",
    "Firewall Enabled",
    "boolean",
    onMac((d) => String(d.drawn % 4 > 0)),
  ),
  fact(
    "sip_enabled",
    "SIP Enabled",
    "boolean",
    onMac(() => "true"),
  ),
  fact(
    "screensaver_password",
    "Screensaver Password Required",
    "boolean",
    onMac((d) => String(d.drawn % 6 > 0)),
  ),
  fact(
    "time_machine_last_backup_date",
    "Time Machine Last Backup Date",
    "date",
    onMac((d, { now }) => daysAgo(now, d.drawn % 30)),
  ),
  fact(
    "time_zone",
    "Time Zone",
    "string",
    onMac(() => text("Europe/Berlin")),
  ),
  fact("remote_ip", "Remote IP", "string", (d) => text(`203.0.113.${d.drawn % 250}`)),
  fact(
    "local_ip",
    "Local IP",
    "string",
    onMac((d) => text(`10.0.${d.drawn % 200}.${(d.drawn >>> 8) % 250}`)),
  ),
  fact("has_mdm", "Has MDM", "boolean", () => "true"),
  fact("mdm_profile_installed", "MDM Profile Installed", "boolean", () => "true"),
  fact("carrier", "Carrier", "string", (d) => text(d.model.platform === "iphone" ? "Example Mobile" : "n/a")),
  fact("asset_tag", "Asset Tag", "string", () => text("n/a")),
]

/** Seen only when a fault lets them through: what the real service may send among its facts (C.7). */
export const secretFacts: Fact[] = [
  fact("filevault_key", "FileVault Key", "string", () => text("FVKEY-SECRET-1234")),
  fact("filevault_recovery_key", "FileVault Recovery Key", "string", () => text("RECOVERY-SECRET-5678")),
  fact("firmware_password", "Firmware Password", "string", () => text("FIRMWARE-SECRET-9012")),
]

/** What v1 sends beyond the facts of v2. */
export const v1OnlyFacts: Fact[] = [
  fact("policy_id", "Policy ID", "string", (d) => text(d.policy.id)),
  fact(
    "product_description",
    "Product Description",
    "string",
    onMac((d) => text(d.model.name)),
  ),
  fact(
    "os_platform",
    "OS Platform",
    "string",
    onMac(() => text("Darwin-23.5.0-arm64-arm-64bit")),
  ),
  fact("identity_username", "Identity Username", "string", () => "null"),
]

export function readClock(now: number): Clock {
  return { now, minute: new Date(now).toISOString().slice(0, 16) }
}

/** Facts that follow from model, version and policy alone. */
export const sharedFacts = new Set([
  "device_model_name",
  "hardware_model",
  "product_name",
  "os_version",
  "mac_os_x_version",
  "system_version",
  "build_version",
  "policy_id",
  "policy_ids",
  "is_mdm_lost_mode_enabled",
  "processor_type",
  "device_chip_type",
  "total_memory_gb",
  "total_disk_space_gb",
  "agent_version",
])
