import { parseAccept } from 'hono/utils/accept'
import { isLanguage, type Language } from '#kernel/language.ts'

/** The first language that the reader asks for (RFC 9110, 12.5.4) and that there is; French otherwise. */
export function askedLanguage(acceptLanguage: string | null): Language {
  const asked = parseAccept(acceptLanguage ?? '')
    .toSorted((one, other) => other.q - one.q)
    .map(({ type }) => type.split('-')[0]?.toLowerCase())
  return asked.find(isLanguage) ?? 'fr'
}
