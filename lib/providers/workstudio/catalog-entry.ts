import type { ScheduleEntry } from "@/lib/domain/integration-schedule"
import type { CatalogEntry, ProviderField } from "@/lib/domain/provider"

/** Columns that installations are known to name otherwise, as fields of the form. */
const columnFields = (
  [
    ["title", "Title", "SS_TITLE"],
    ["region", "Region", "REGION"],
    ["contractor", "Contractor", "VEGJOB_CONTRACTOR"],
    ["cycleType", "Cycle type", "VEGJOB_CYCLETYPE"],
    ["totalMiles", "Total miles", "VEGJOB_LENGTH"],
    ["milesPlanned", "Miles planned", "VEGJOB_LENGTHCOMP"],
    ["percentComplete", "Per cent complete", "VEGJOB_PRCENT"],
    ["totalAcres", "Total acres", "VEGJOB_PROJACRES"],
    ["startDate", "Start date", "WPStartDate_Assessment_Xrefs_WP_STARTDATE"],
    ["takenBy", "Planner", "SS_TAKENBY"],
  ] as const
).map(
  ([field, label, usual]): ProviderField => ({
    key: `columns.${field}`,
    label: `${label} comes from`,
    help: `The column of the circuits view that fills it. Leave it empty for ${usual}.`,
    kind: "text",
    choices: "columns",
    placeholder: usual,
    required: false,
  }),
)

const everyCalls: ProviderField[] = [
  {
    key: "pauseAfterCalls",
    label: "Calls between pauses",
    help: "After so many calls Rollcall pauses, so that WorkStudio's users do not notice it. 0 for no pause.",
    kind: "number",
    initial: "5",
    required: false,
  },
  {
    key: "pauseMs",
    label: "Length of a pause (ms)",
    help: "In milliseconds.",
    kind: "number",
    initial: "500",
    required: false,
  },
  {
    key: "attempts",
    label: "Tries of a call",
    help: "How often a call that fails is made in all, with growing waits between. Refused credentials are never tried again.",
    kind: "number",
    initial: "5",
    required: false,
  },
  {
    key: "changeThreshold",
    label: "Keep aggregates that moved by more than (%)",
    help: "A new row is kept only when a total moved by more than this.",
    kind: "number",
    initial: "1",
    required: false,
  },
]

const timeZone = "America/New_York"
const read = (streams: ScheduleEntry["streams"], filter: string[], cron: string): ScheduleEntry => ({
  task: "read",
  streams,
  filter,
  cron,
  timeZone,
  enabled: true,
})

/** Weekdays in New York; the closing statuses once a week (S2-SCHEDULE). */
const schedules: ScheduleEntry[] = [
  read(["circuits"], ["ACTIV"], "30 4,16 * * 1-5"),
  read(["circuits"], ["QC", "REWRK", "CLOSE"], "30 4 * * 1"),
  { task: "snapshots", streams: [], filter: [], cron: "0 5 * * 1-5", timeZone, enabled: true },
  read(["planned-units"], [], "30 5,17 * * 1-5"),
]

export const workstudioCatalogEntry: CatalogEntry = {
  id: "workstudio",
  name: "WorkStudio",
  family: "workstudio",
  summary: "Circuits, their planners and planned units, from a WorkStudio server.",
  settings: [
    {
      key: "baseUrl",
      label: "Address",
      help: "Scheme, host and port of the WorkStudio server, with or without /DDOProtocol.",
      kind: "url",
      placeholder: "https://workstudio.example.com:8443",
      required: true,
    },
    {
      key: "views.circuits.guid",
      label: "Circuits view",
      help: "The GUID of the view that lists vegetation assessments. Your WorkStudio admin knows it; each installation has its own.",
      kind: "text",
      placeholder: "{AAAAAAAA-0000-4000-8000-000000000001}",
      required: true,
      partOfConnection: true,
    },
    {
      key: "views.circuits.filterName",
      label: "Its filter by status",
      help: "The name of that view's filter that takes a job status.",
      kind: "text",
      initial: "By Job Status",
      required: true,
      partOfConnection: true,
    },
    {
      key: "views.plannedUnits.guid",
      label: "Planned units view",
      help: "The GUID of the view that lists planned units. Without it, units, acres and permissions stay unknown.",
      kind: "text",
      placeholder: "{AAAAAAAA-0000-4000-8000-000000000003}",
      required: false,
    },
    {
      key: "views.plannedUnits.filterName",
      label: "Its filter by work order",
      help: "The name of that view's filter that takes a work order.",
      kind: "text",
      initial: "WO#",
      required: false,
    },
    {
      key: "statuses",
      label: "Job statuses",
      help: "Whose circuits are read, with commas between: SA, ACTIV, QC, REWRK, DEF, CLOSE. A schedule that names statuses reads those; add others there, too.",
      kind: "text",
      initial: "ACTIV, QC, REWRK, CLOSE",
      required: true,
    },
    ...columnFields,
    {
      key: "unitTable",
      label: "Unit table",
      help: "How unit types are measured: line (feet), area (acres), trees or none. What you give goes over the usual codes.",
      kind: "json",
      placeholder: '{ "SPM": "line", "HCB": "area" }',
      required: false,
    },
    ...everyCalls,
    {
      key: "persistFilter",
      label: "Let WorkStudio remember the filters",
      help: "As its own programs do. Switch it off if the filters of the user's own views change after a sync.",
      kind: "switch",
      initial: "true",
      required: false,
    },
    {
      key: "caCertificate",
      label: "CA certificate",
      help: "In PEM form, where the server's certificate was signed by your own authority or by itself.",
      kind: "json",
      placeholder: "-----BEGIN CERTIFICATE-----",
      partOfConnection: true,
      required: false,
    },
    {
      key: "insecureTls",
      label: "Do not check the server's certificate",
      help: "Dangerous: anybody between here and the server can then read the password. Give the CA certificate instead.",
      kind: "switch",
      required: false,
      partOfConnection: true,
    },
  ],
  credentials: [
    {
      key: "username",
      label: "User name",
      help: "With its domain, as DOMAIN\\user: a service account that may read the views.",
      kind: "text",
      placeholder: "Default\\WSApiUser",
      required: true,
    },
    {
      key: "password",
      label: "Password",
      help: "Of that user. Stored encrypted.",
      kind: "password",
      required: true,
    },
  ],
  streams: ["circuits", "planned-units"],
  takesLogins: true,
  schedules,
  // What the form starts with for who wants a single schedule: everything, with the first of the several
  defaultSchedule: { syncInterval: null, cron: "30 4,16 * * 1-5", timeZone },
}
