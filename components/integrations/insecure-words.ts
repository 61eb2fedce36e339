/** Of an integration whose server's certificate is not checked. */
export const insecureWords =
  "Anybody between here and the server can read the password. Enter the server's CA certificate instead."
