import type { Json } from "@/lib/domain/json"
import { ProviderError } from "@/lib/domain/provider-error"
import type { Http } from "@/lib/http/open-http"
import { type Patience, quick } from "@/lib/http/patience"
import { errorIn, protocolOf } from "./envelope"
import { unavailable } from "./explain"
import type { Logins } from "./logins"
import type { WorkstudioSettings } from "./settings"
import { captionOf } from "./statuses"
import { readTable, type Table, tableMissing } from "./table"
import type { View } from "./views"

/** A view's rows with what it took to get them. */
export type ViewReply = { table: Table; retries: number; stripped: number }

type Asking = { view: View; value: string; caption: string; logins?: string[]; patience?: Patience }

export type Workstudio = ReturnType<typeof openWorkstudio>

/** WorkStudio's calls (providers/workstudio.md, E.1 to E.3). Each throws ProviderError. */
export function openWorkstudio(opening: {
  http: Http
  host: string
  /** The folder that the protocols are under, `/DDOProtocol` in the case that was entered. */
  folder: string
  settings: WorkstudioSettings
  logins: Logins
}) {
  const { http, host, folder, settings, logins } = opening
  // Whatever fails is tried so often, a 403 or 404 of a server that is being restarted too; only a 401 never (E.7)
  const patient: Patience = {
    retries: settings.attempts - 1,
    limited: settings.attempts - 1,
    despite: ["forbidden", "not_found"],
    timeoutMs: 120_000,
    maxWaitMs: 60_000,
  }
  const judge = (json: Json) => errorIn(json, host) ?? tableMissing(json, host)

  /** Whether anybody answers: every status below 500 will do, a 401 too. Throws "WorkStudio is unavailable". */
  async function assertUp(): Promise<void> {
    try {
      await http.request({ method: "GET", path: "/", isPing: true }, { ...quick, retries: 1 })
    } catch (error) {
      throw error instanceof ProviderError ? unavailable(error) : error
    }
  }

  /** Whether the user name and password are taken. False where WorkStudio has no such call; throws where they are refused. */
  async function heartbeat(): Promise<boolean> {
    return logins.use([], async ({ authorization }) => {
      const path = `${folder}/HEARTBEAT`
      const headers = { authorization }
      try {
        const reply = await http.request({ method: "POST", path, headers, accept: [404, 405] }, quick)
        return protocolOf(reply.json).toUpperCase() === "OK"
      } catch (error) {
        // What else goes wrong here says nothing of the views
        if (!(error instanceof ProviderError) || error.code === "unauthorized") throw error
        return false
      }
    })
  }

  /** All rows of a view that its filter lets through, in one reply: there are no pages. */
  async function getViewData({ view, value, caption, logins: preferred = [], patience = patient }: Asking) {
    const path = `${folder}/GETVIEWDATA`
    const body = viewRequest({ view, value, caption, persistFilter: settings.persistFilter })
    return logins.use(preferred, async ({ authorization }): Promise<ViewReply> => {
      const headers = { authorization }
      const { json, retries, stripped } = await http.request(
        { method: "POST", path, headers, body, judge },
        patience,
      )
      return { table: readTable(json, host), retries, stripped }
    })
  }

  return {
    settings,
    host,
    assertUp,
    heartbeat,
    getViewData,
    /** The circuits of one status. */
    getCircuits: (status: string, patience?: Patience) =>
      getViewData({
        view: needed(settings.views.circuits, "circuits"),
        value: status,
        caption: captionOf(status),
        ...(patience === undefined ? {} : { patience }),
      }),
    /** The planned units of a work order: those of the circuit and of the parts it was split into. */
    getPlannedUnits: (workOrder: string, preferred: string[], patience?: Patience) =>
      getViewData({
        view: needed(settings.views.plannedUnits, "planned units"),
        value: workOrder,
        caption: "WO Number",
        logins: preferred,
        ...(patience === undefined ? {} : { patience }),
      }),
  }
}

function viewRequest(asked: { view: View; value: string; caption: string; persistFilter: boolean }): Json {
  const { view, value, caption, persistFilter } = asked
  return {
    Protocol: "GETVIEWDATA",
    ViewDefinitionGuid: view.guid,
    ViewFilter: {
      ClassName: "TViewFilter",
      FilterName: view.filterName,
      FilterValue: value,
      FilterCaption: caption,
      PersistFilter: persistFilter,
    },
    ResultFormat: "DDOTable",
  }
}

function needed(view: View | null, what: string): View {
  if (view !== null) return view
  throw new ProviderError({
    code: "misconfigured",
    message: `The settings do not say which of WorkStudio's views lists ${what}. Ask WorkStudio's admin for the view's GUID and enter it.`,
  })
}
