import { listRoute } from "./answer-list"

/** The ineligible items; with a country and a commodity code, whether that is banned and by which rule (S1-READ). */
export const GET = listRoute("ineligible-items")
