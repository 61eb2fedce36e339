/** Serials that say nothing: filled in by makers of boards, or by software that found none. They never match a device. */
export const placeholders: ReadonlySet<string> = new Set(
  [
    "0",
    "00000000",
    "n/a",
    "na",
    "none",
    "null",
    "unknown",
    "undefined",
    "default string",
    "defaultstring",
    "to be filled by o.e.m.",
    "tobefilledbyo.e.m.",
    "system serial number",
    "serial number",
    "not specified",
    "not available",
    "not applicable",
    "invalid",
    "123456789",
    "-",
    ".",
  ].map((serial) => serial.toUpperCase()),
)

/** The serial by which a device is recognised within its account: trimmed, upper case; null for a placeholder. */
export function serialKey(serialNumber: string | null): string | null {
  const key = serialNumber?.trim().toUpperCase() ?? ""
  return key === "" || placeholders.has(key) || /^[0\-. ]+$/.test(key) ? null : key
}
