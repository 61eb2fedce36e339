import { createTransport, type Transporter } from "nodemailer"

/** The way to a mail server. Certificates are verified; `NODE_EXTRA_CA_CERTS` names authorities to trust beside the usual ones. */
export const openMailer = (url: string): Transporter =>
  createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 })
