/** What the stand-in takes; a ready token, and what one is given for. */
export const demoCredentials = {
  tenantId: "11111111-2222-3333-4444-555555555555",
  clientId: "master-data-simulator-client",
  clientSecret: "master-data-simulator-secret",
  bearerToken: "master-data-simulator-token",
  subscriptionKey: "master-data-simulator-key",
}
export type Credentials = typeof demoCredentials
