import type { ClientKind } from '#features/clients/client-choices.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import { foldText } from '#kernel/text.ts'

/** Forms of what has no legal personality: société simple, société ou association sans personnalité juridique. */
const WITHOUT_PERSONALITY = ['702', '721']

const FORM_IN_NAME =
  /\b(srl|sprl|bv|bvba|sa|nv|sc|scrl|cv|cvba|snc|vof|scomm|commv|asbl|vzw|vog|aisbl|ivzw|gmbh|acp|vme)\b/

/**
 * What a client is when the file does not say: a legal form makes it a legal person, a national number a natural one
 * (self-employed when it has an enterprise number too), and otherwise an enterprise number or a form at either end of
 * its name makes it a legal person. Where there is only the number, it may as well be a self-employed: the guess is
 * `unsure`.
 */
export function guessKind(values: FieldValues): { kind: ClientKind; unsure?: boolean } {
  const form = values['identity.legalForm']
  if (typeof form === 'string')
    return { kind: WITHOUT_PERSONALITY.includes(form) ? 'noPersonality' : 'legal' }
  const isEnterprise = Boolean(values['identity.enterpriseNumber'] ?? values['identity.vatNumber'])
  if (values['identity.nationalNumber']) return { kind: isEnterprise ? 'selfEmployed' : 'private' }
  if (hasFormInName(String(values['identity.name'] ?? ''))) return { kind: 'legal' }
  return isEnterprise ? { kind: 'legal', unsure: true } : { kind: 'private' }
}

function hasFormInName(name: string): boolean {
  const words = foldText(name)
    .replace(/\./g, '')
    .trim()
    .split(/[\s,()]+/)
  return [words[0], words.at(-1)].some(word => word !== undefined && FORM_IN_NAME.test(word))
}
