import type { ListItem } from "@/lib/domain/list-definition"
import type { Lookup } from "@/lib/domain/published-list"
import type { RuleIndex } from "./index-rules"

type Asked = { country: string; commodityCode: string; treatment: string | null }

/**
 * Whether a commodity may not be exported, and by which rule. A rule is about every code that begins with its own. Exceptions
 * (`!dried`: banned unless dried) win over other rules; one that fits is enough. Without them, a rule without a treatment
 * always bans, and one with a treatment bans that treatment, or a commodity of which none is stated. Codes are compared as they
 * are, countries and treatments in any case. The longest code decides.
 */
export function lookUp(index: RuleIndex, { country, commodityCode, treatment }: Asked): Lookup {
  const matched = rulesFor(index, country, commodityCode)
  const stated = treatment === null || treatment.trim() === "" ? null : plain(treatment)
  const exceptions = matched.filter(isException)
  if (exceptions.length > 0) return judgeExceptions(matched, exceptions, stated)
  const rule = matched.find((one) => bans(one, stated)) ?? null
  if (rule === null) {
    const reason = matched.length === 0 ? "No rule is about this country and commodity." : otherTreatments
    return { banned: false, rule, reason, matched }
  }
  const reason =
    rule.type_of_treatment === null
      ? `All of ${rule.commodity_code} from ${rule.country_of_origin} is banned.`
      : `${rule.commodity_code} from ${rule.country_of_origin} is banned when ${rule.type_of_treatment}${stated === null ? ", and no treatment is stated" : ""}.`
  return { banned: true, rule, reason, matched }
}

const otherTreatments = "The rules about this country and commodity are about other treatments."

function judgeExceptions(matched: ListItem[], exceptions: ListItem[], stated: string | null): Lookup {
  const fits = exceptions.find(({ type_of_treatment }) => plain(type_of_treatment?.slice(1)) === stated)
  if (fits !== undefined) {
    const reason = `It is allowed when ${fits.type_of_treatment?.slice(1)}, and it is.`
    return { banned: false, rule: fits, reason, matched }
  }
  const rule = exceptions[0] ?? null
  const allowed = exceptions.map(({ type_of_treatment }) => type_of_treatment?.slice(1)).join(" or ")
  const reason = `${rule?.commodity_code} from ${rule?.country_of_origin} is banned unless ${allowed}${stated === null ? ", and no treatment is stated" : ""}.`
  return { banned: true, rule, reason, matched }
}

/** The longest code first. */
function rulesFor(index: RuleIndex, country: string, code: string): ListItem[] {
  const known = index.get(plain(country))
  if (known === undefined) return []
  return known.lengths
    .filter((length) => length <= code.length)
    .flatMap((length) => known.byCode.get(code.slice(0, length)) ?? [])
}

const isException = ({ type_of_treatment }: ListItem): boolean => type_of_treatment?.startsWith("!") === true

const bans = ({ type_of_treatment = null }: ListItem, stated: string | null): boolean =>
  type_of_treatment === null || stated === null || plain(type_of_treatment) === stated

const plain = (text: string | null | undefined): string => text?.trim().toLowerCase() ?? ""
