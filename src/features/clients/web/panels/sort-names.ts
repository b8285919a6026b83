import type { FieldKind } from '#kernel/fields/field.ts'
import { isDateKind } from '#kernel/fields/field-kinds.ts'

/** How the two directions of a column are named, as the key of a text. */
export type SortNames = 'text' | 'date' | 'dayOfYear' | 'money' | 'yesNo' | 'order'

const NAMES: Readonly<Partial<Record<FieldKind, SortNames>>> = {
  text: 'text',
  email: 'text',
  user: 'text',
  client: 'text',
  dayOfYear: 'dayOfYear',
  longText: 'text',
  url: 'text',
  number: 'money',
  money: 'money',
  yesNo: 'yesNo',
}

/** Names that suit the type: A → Z, plus ancien → plus récent… */
export const sortNames = (kind: FieldKind): SortNames =>
  isDateKind(kind) ? 'date' : (NAMES[kind] ?? 'order')
