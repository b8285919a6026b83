import type { ClientRow, DescribedField } from '#features/clients/clients-api.ts'
import type { FieldKind, FieldValue } from '#kernel/fields/field.ts'
import { formatDay, meaningOf } from '#kernel/fields/field-kinds.ts'
import { type FieldState, fieldState } from '#kernel/fields/field-state.ts'
import type { Language } from '#kernel/language.ts'
import type { CellPlace } from '#ui/grid/cell-commands.ts'
import { HINT } from '#ui/grid/cell-hint.ts'
import { element, icon } from '#ui/grid/dom.ts'
import { EDIT_BUTTON } from '#ui/grid/grid-columns.ts'
import type { FieldsById } from '../arrange-columns.ts'
import type { CellDraft } from '../editing/cell-drafts.ts'
import { type Tone, toneOf } from './choice-tones.ts'
import classes from './client-cell.module.css'
import { inColor } from './tag-colors.ts'

/** What cells need to know beside the client: the catalogue, the day and the words. */
export interface CellContext {
  fields: FieldsById
  language: Language
  today: string
  texts: CellTexts
  /** What a user gave the cell, and the server does not have. */
  draftOf: (place: CellPlace) => CellDraft | undefined
  /** True for a client that no longer matches what the list was asked. */
  isOutside: (row: ClientRow) => boolean
  isEditable: (field: DescribedField, row: ClientRow) => boolean
}

export interface CellTexts {
  missing: string
  missingHint: string
  invalid: string
  invalidHint: string
  expired: (month: string) => string
  overdue: (month: string) => string
  expiresSoon: (month: string) => string
  dueSoon: (month: string) => string
  expiredHint: (day: string) => string
  expiresSoonHint: (day: string) => string
  validUntilHint: (day: string) => string
  unsaved: string
  outside: string
  outsideHint: string
  editName: string
}

/** What a cell of the list shows of a client: the value in the user's language, and what is wrong with it. */
export function clientCell(field: DescribedField, row: ClientRow, context: CellContext): Node | string {
  const draft = context.draftOf({ row: row.id, column: field.id })
  return draft ? draftCell(draft, field, row, context) : savedCell(field, row, context)
}

/** The name with what is to be said of the client as a whole, and the pencil that edits it (F40). */
export function nameCell(name: DescribedField, row: ClientRow, context: CellContext): Node {
  return element(
    'span',
    { class: classes.named },
    element('span', { class: classes.nameText }, clientCell(name, row, context)),
    context.isOutside(row)
      ? element(
          'span',
          {
            class: `${classes.tag} ${classes.neutral} ${classes.outside}`,
            [HINT]: context.texts.outsideHint,
          },
          context.texts.outside,
        )
      : undefined,
    context.isEditable(name, row) ? pencil(context.texts.editName) : undefined,
  )
}

const PENCIL = 'M4 20h4L18.5 9.5a2.8 2.8 0 1 0-4-4L4 16zM13.5 6.5l4 4'

const pencil = (label: string): Node =>
  element(
    'button',
    { class: classes.pencil, type: 'button', tabindex: '-1', 'aria-label': label, [EDIT_BUTTON]: '' },
    icon(PENCIL, String(classes.icon)),
  )

/** A value on its way, as it will be, or one that was kept back, as it was typed. */
function draftCell(draft: CellDraft, field: DescribedField, row: ClientRow, context: CellContext): Node {
  if (draft.reason !== undefined) {
    return element(
      'span',
      { class: classes.unsaved, [HINT]: draft.reason },
      draft.typed === '' ? context.texts.missing : draft.typed,
      element('span', { class: classes.unseen }, ` (${context.texts.unsaved})`),
    )
  }
  const values = { ...row.values, [field.id]: draft.value as ClientRow['values'][string] }
  const names = draft.name === undefined ? row.names : { ...row.names, [field.id]: draft.name }
  const drawn = savedCell(field, { ...row, values, ...(names && { names }) }, context)
  return element('span', { class: classes.saving }, drawn)
}

function savedCell(field: DescribedField, row: ClientRow, context: CellContext): Node | string {
  const value = row.values[field.id]
  if (value === undefined) return element('span', { class: classes.pending })
  const state = stateOf(field, row, context)
  if (state === 'missing') return tag('bad', context.texts.missing, context.texts.missingHint)
  if (value === null) return ''
  return DRAWINGS[field.kind]({ field, value, name: row.names?.[field.id], state, context })
}

/** What sums a client up under its name. */
export const SUMMARY_FIELDS = ['identity.legalForm', 'identity.enterpriseNumber', 'contact.city']

/** The name over what sums the client up, where there is no room for columns. */
export function summaryCell(name: DescribedField, row: ClientRow, context: CellContext): Node {
  const facts = SUMMARY_FIELDS.flatMap(id => {
    const field = context.fields.get(id)
    return field ? [cellText(field, row, context.language)] : []
  })
  return element(
    'span',
    { class: classes.summary },
    nameCell(name, row, context),
    element('span', { class: classes.facts }, facts.filter(fact => fact !== '').join(' · ')),
  )
}

/** The value of a cell as text, as it is copied. */
export const cellText = (field: DescribedField, row: ClientRow, language: Language): string =>
  row.names?.[field.id] ?? meaningOf(field.kind).format(row.values[field.id] ?? null, field, language)

/** The server alone sees that a masked number is wrong, and says so in the row. */
function stateOf(field: DescribedField, row: ClientRow, { fields, today }: CellContext): FieldState {
  if (row.invalid?.includes(field.id)) return 'invalid'
  return fieldState(field, row.values, { fields, today })
}

interface Cell {
  field: DescribedField
  value: Exclude<FieldValue, null>
  /** Of the client that the value is the id of. */
  name: string | undefined
  state: FieldState
  context: CellContext
}

const textOf = ({ field, value, name, context }: Cell): string =>
  name ?? meaningOf(field.kind).format(value, field, context.language)

const plain = (cell: Cell): Node | string => (cell.field.id === 'identity.name' ? strong(cell) : textOf(cell))

const strong = (cell: Cell): Node => element('strong', { class: classes.name }, textOf(cell))

function number(cell: Cell): Node | string {
  if (cell.state !== 'invalid') return element('span', { class: classes.digits }, textOf(cell))
  const { texts } = cell.context
  return element(
    'span',
    { class: classes.invalid, [HINT]: texts.invalidHint },
    textOf(cell),
    element('span', { class: classes.unseen }, ` (${texts.invalid})`),
  )
}

const choice = (cell: Cell): Node | string => {
  const tone = toneOf(cell.field.id, cell.value)
  return tone ? tag(tone, textOf(cell)) : textOf(cell)
}

/** A thing of the firm with a colour of its own, such as a portfolio. */
function reference(cell: Cell): Node | string {
  const color = cell.field.choices?.find(one => one.value === cell.value)?.color
  if (!color) return textOf(cell)
  return element('span', {}, inColor(color, element('span', { class: classes.dot })), textOf(cell))
}

function labels(cell: Cell): Node | string {
  if (!Array.isArray(cell.value)) return ''
  const tags = cell.value.map(value => {
    const color = cell.field.choices?.find(one => one.value === value)?.color
    const text = textOf({ ...cell, value: [value] })
    return inColor(color, element('span', { class: `${classes.tag} ${classes.label}` }, text))
  })
  return element('span', { class: classes.tags }, ...tags)
}

const yesNo = (cell: Cell): Node =>
  element('span', { class: cell.value === true ? undefined : classes.no }, textOf(cell))

function date(cell: Cell): Node {
  return cell.field.expires ? expiringDate(cell) : element('span', { class: classes.digits }, textOf(cell))
}

/** A date that may lapse: green while it is far, amber within 60 days, red once it is past. */
function expiringDate(cell: Cell): Node {
  const { field, value, state, context } = cell
  const { texts, language } = context
  const isDocument = field.kind === 'identityDocument'
  const day = formatDay(String(value), language)
  const month = `${String(value).slice(5, 7)}/${String(value).slice(2, 4)}`
  if (state === 'expired') {
    return tag('bad', isDocument ? texts.expired(month) : texts.overdue(month), texts.expiredHint(day))
  }
  if (state === 'expiresSoon') {
    return tag(
      'warning',
      isDocument ? texts.expiresSoon(month) : texts.dueSoon(month),
      texts.expiresSoonHint(day),
    )
  }
  return isDocument
    ? tag('good', day, texts.validUntilHint(day))
    : element('span', { class: classes.digits }, day)
}

const tag = (tone: Tone, text: string, hint?: string): Node =>
  element('span', { class: `${classes.tag} ${classes[tone]}`, [HINT]: hint }, text)

const DRAWINGS = {
  text: plain,
  longText: plain,
  email: plain,
  phone: plain,
  url: plain,
  enterpriseNumber: number,
  vatNumber: number,
  nationalNumber: number,
  choice,
  reference,
  user: plain,
  client: plain,
  labels,
  choices: labels,
  yesNo,
  date,
  dayOfYear: number,
  number,
  money: number,
  identityDocument: date,
} satisfies Record<FieldKind, (cell: Cell) => Node | string>
