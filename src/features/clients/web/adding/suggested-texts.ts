import { formatEnterpriseNumber, readEnterpriseNumber } from '#kernel/belgium/enterprise-number.ts'
import { findLocality, townName } from '#kernel/belgium/postal-codes.ts'
import { formatVatNumber, readVatNumber } from '#kernel/belgium/vat-number.ts'
import type { Language } from '#kernel/language.ts'
import type { CellEditing } from '../editing/editability.ts'
import type { NewClientDraft } from './new-client-draft.ts'

/** Who fills in, and in which language. */
export interface FillContext {
  editing: CellEditing
  language: Language
}

const ENTERPRISE_NUMBER = 'identity.enterpriseNumber'
const VAT_NUMBER = 'identity.vatNumber'

/** Who has no VAT number, or one that is not its own. */
const WITHOUT_OWN_VAT_NUMBER = ['none', 'exempt44', 'vatGroup']

/**
 * What fields that nobody has touched contain, since others say it: each of the two numbers of a Belgian enterprise
 * gives the other, a postal code its town and country, and companies close their year on 31 December.
 */
export function suggestedTexts(draft: NewClientDraft, { language }: FillContext): Map<string, string> {
  const { texts, picks } = draft
  const suggested = new Map<string, string>()
  const suggest = (field: string, text: string | undefined) => {
    if (text !== undefined && !texts.has(field) && !picks.has(field)) suggested.set(field, text)
  }
  suggest(VAT_NUMBER, vatNumberOf(draft))
  suggest(ENTERPRISE_NUMBER, enterpriseNumberOf(draft))
  const locality = findLocality(texts.get('contact.postalCode')?.trim() ?? '')
  const country = picks.get('contact.country') ?? 'BE'
  if (locality && country === 'BE') {
    suggest('contact.city', townName(locality, language))
    suggest('contact.country', 'BE')
  }
  if (picks.get('identity.kind') === 'legal') suggest('organisation.closingDay', '31/12')
  return suggested
}

/** With another text in a field; one that says what is suggested anyway is none of its own. */
export function withText(
  draft: NewClientDraft,
  field: string,
  text: string,
  context: FillContext,
): NewClientDraft {
  const texts = new Map(draft.texts)
  texts.delete(field)
  const kept = new Set(draft.kept)
  kept.delete(field)
  const suggested = suggestedTexts({ ...draft, texts }, context).get(field) ?? ''
  if (text !== suggested) texts.set(field, text)
  return { ...draft, texts, kept }
}

function vatNumberOf({ texts, picks }: NewClientDraft): string | undefined {
  const number = readEnterpriseNumber(texts.get(ENTERPRISE_NUMBER) ?? '')
  const hasNone =
    picks.get('identity.kind') === 'private' ||
    WITHOUT_OWN_VAT_NUMBER.includes(String(picks.get('status.vatStatus')))
  return number === undefined || hasNone ? undefined : formatVatNumber(`BE${number}`)
}

function enterpriseNumberOf({ texts, picks }: NewClientDraft): string | undefined {
  const number = readVatNumber(texts.get(VAT_NUMBER) ?? '')
  // A group has a number of its own, which is no member's.
  if (!number?.startsWith('BE') || picks.get('status.vatStatus') === 'vatGroup') return undefined
  return formatEnterpriseNumber(number.slice(2))
}
