import type { Preset } from "@/lib/providers/rest-mdm/config/preset"

/**
 * providers/addigy-and-other-mdms.md, C.2. The address of the next page is followed as it is sent.
 * Serial numbers of white-box PCs can be empty or placeholders; such devices are rejected and counted.
 */
export const intune: Preset = {
  name: "Microsoft Intune",
  summary: "Windows, macOS, iOS and Android devices that Intune manages, over Microsoft Graph.",
  settings: [
    {
      key: "tenantId",
      label: "Tenant ID",
      help: "Microsoft Entra: Overview → Tenant ID.",
      kind: "text",
      required: true,
      partOfConnection: true,
    },
    {
      key: "baseUrl",
      label: "Graph URL",
      help: "Another one only for national clouds.",
      kind: "url",
      initial: "https://graph.microsoft.com",
      required: true,
    },
    {
      key: "loginUrl",
      label: "Sign-in URL",
      help: "Another one only for national clouds.",
      kind: "url",
      initial: "https://login.microsoftonline.com",
      required: true,
    },
    {
      key: "scope",
      label: "Scope",
      help: "The Graph URL of your cloud with /.default.",
      kind: "text",
      initial: "https://graph.microsoft.com/.default",
      required: true,
      partOfConnection: true,
    },
  ],
  credentials: [
    {
      key: "clientId",
      label: "Client ID",
      help: "Of an app registration with the application permission DeviceManagementManagedDevices.Read.All.",
      kind: "text",
      required: true,
    },
    {
      key: "clientSecret",
      label: "Client secret",
      help: "Its value, not its ID.",
      kind: "password",
      required: true,
    },
  ],
  config: {
    base_url: "{{settings.baseUrl}}",
    base_path: "/v1.0",
    auth: {
      type: "oauth2_client_credentials",
      token_url: "{{settings.loginUrl}}/{{settings.tenantId}}/oauth2/v2.0/token",
      scope: "{{settings.scope}}",
    },
    list: {
      path: "/deviceManagement/managedDevices",
      query: {
        $select:
          "id,deviceName,managedDeviceName,serialNumber,manufacturer,model,operatingSystem,osVersion,userPrincipalName,userDisplayName,emailAddress,enrolledDateTime,lastSyncDateTime,complianceState,managementAgent,managedDeviceOwnerType,isEncrypted,isSupervised,azureADDeviceId,wiFiMacAddress",
      },
      items: "$.value",
      pagination: {
        style: "next_url",
        next: "$['@odata.nextLink']",
        size_param: "$top",
        size: 500,
      },
    },
    fields: {
      external_id: "$.id",
      serial_number: "$.serialNumber",
      name: ["$.deviceName", "$.managedDeviceName"],
      model: "$.model",
      assigned_to: ["$.userPrincipalName", "$.emailAddress"],
      os_version: "$.osVersion",
      type: {
        infer: "apple_device_type",
        from: ["model"],
        otherwise: {
          path: "$.operatingSystem",
          transform: {
            map: {
              macOS: "mac",
            },
            otherwise: null,
          },
        },
      },
      last_seen_at: "$.lastSyncDateTime",
    },
    attributes: {
      manufacturer: "$.manufacturer",
      operating_system: "$.operatingSystem",
      user_name: "$.userDisplayName",
      enrolled_at: {
        path: "$.enrolledDateTime",
        transform: "datetime",
      },
      compliance: "$.complianceState",
      owner_type: "$.managedDeviceOwnerType",
      is_encrypted: "$.isEncrypted",
      is_supervised: "$.isSupervised",
      entra_device_id: "$.azureADDeviceId",
      wifi_mac_address: "$.wiFiMacAddress",
    },
    rate: {
      rps: 50,
      host: "graph.microsoft.com",
    },
    hints: {
      "401": "Check the tenant ID, the client ID and the secret, which ends after a time.",
      "403":
        "Give the app the application permission DeviceManagementManagedDevices.Read.All with admin consent; the tenant needs an Intune licence.",
    },
  },
}
