import { generateKeyPairSync, sign } from "node:crypto"

/** A certificate for 127.0.0.1 that signs for itself, valid now, with its key; both PEM. */
export function selfSigned(): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const algorithm = sequence(hex("06082a8648ce3d040302")) // ecdsa-with-SHA256
  const name = sequence(node(0x31, sequence(hex("0603550403"), node(0x0c, Buffer.from("self-signed")))))
  const year = new Date().getUTCFullYear()
  const body = sequence(
    node(0xa0, hex("020102")), // version 3
    hex("020101"), // serial number 1
    algorithm,
    name,
    sequence(time(year - 1), time(year + 1)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    node(0xa3, sequence(isAuthority, forLoopback)),
  )
  const signature = node(0x03, Buffer.from([0]), sign("sha256", body, privateKey))
  const base64 = sequence(body, algorithm, signature).toString("base64")
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  }
}

/** One DER value: its tag, its length, what is in it. */
function node(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const hex = (digits: string): Buffer => Buffer.from(digits, "hex")
const sequence = (...parts: Buffer[]): Buffer => node(0x30, ...parts)
const time = (year: number): Buffer => node(0x18, Buffer.from(`${year}0601000000Z`))

/** Basic constraints: an authority, critical. */
const isAuthority = sequence(hex("0603551d13"), hex("0101ff"), node(0x04, sequence(hex("0101ff"))))
/** Subject alternative name: the address 127.0.0.1. */
const forLoopback = sequence(hex("0603551d11"), node(0x04, sequence(node(0x87, Buffer.from([127, 0, 0, 1])))))
