import type { z } from 'zod'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import { cellValue, isCellText, numberHash } from '#features/clients/server/cell-text.ts'
import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { editablePortfolios, mayChangeField } from '../change-rights.ts'
import type { FieldSummary, UndoStanding } from '../change-set.ts'
import {
  type ChangeLine,
  type ChangeSet,
  LINES_PER_PAGE,
  type listChangeLines,
  type listChangeSets,
  type listRefusals,
  SETS_PER_PAGE,
} from '../change-sets-api.ts'
import { changeableField } from './changeable-field.ts'
import {
  countRefusals,
  type FoundHolder,
  type FoundLine,
  type FoundSet,
  findLines,
  findReadableHolders,
  findSet,
  findSets,
  namesOfClients,
  type SetFilter,
  type Viewer,
} from './history-queries.ts'
import { isInvertible, mayInvertLists } from './invert-lists-queries.ts'
import { isEndOfPortfolio } from './record-settings-queries.ts'

/** What was done, latest first, as far as the user may see it. */
export async function showHistory(
  actor: Actor,
  { page, ...filter }: SetFilter & { page: number },
  catalogue: Catalogue,
): Promise<z.input<typeof listChangeSets.answer>> {
  const found = await findSets(actor.db, viewerOf(actor), filter, page)
  const changeSets = found.slice(0, SETS_PER_PAGE).map(set => describeSet(set, actor, catalogue))
  return { changeSets, page, more: found.length > SETS_PER_PAGE }
}

/** A set. Throws notFound for one of which the user may see nothing. */
export async function showSet(actor: Actor, id: number, catalogue: Catalogue): Promise<ChangeSet> {
  return describeSet(await getSet(actor, id), actor, catalogue)
}

/** What a set does to each cell. Throws notFound for a set of which the user may see nothing. */
export async function showLines(
  actor: Actor,
  { id, ...filter }: z.output<typeof listChangeLines.params>,
  catalogue: Catalogue,
): Promise<z.input<typeof listChangeLines.answer>> {
  await getSet(actor, id)
  const viewer = viewerOf(actor)
  const { lines, total } = await findLines(actor.db, viewer, id, filter)
  const fieldOf = (line: FoundLine) => changeableField(line.field, catalogue.byId)
  const describe = await lineDescriber(actor, viewer, lines, fieldOf)
  return { lines: lines.map(describe), page: filter.page, pages: Math.ceil(total / LINES_PER_PAGE), total }
}

/** Why cells of a set are refused. Throws notFound for a set of which the user may see nothing. */
export async function showRefusals(actor: Actor, id: number): Promise<z.input<typeof listRefusals.answer>> {
  await getSet(actor, id)
  const counted = await countRefusals(actor.db, viewerOf(actor), id)
  return {
    refusals: counted.map(({ reason, problem, lines }) => ({
      reason,
      lines,
      ...(problem !== null && { problem }),
    })),
  }
}

async function getSet(actor: Actor, id: number): Promise<FoundSet> {
  const set = await findSet(actor.db, viewerOf(actor), id)
  if (!set) throw new AppError('notFound')
  return set
}

const viewerOf = (actor: Actor): Viewer => ({
  userId: actor.userId,
  isAdministrator: actor.role === 'administrator',
  portfolioIds: [...actor.portfolios.keys()],
  editableIds: editablePortfolios(actor),
})

function describeSet(set: FoundSet, actor: Actor, catalogue: Catalogue): ChangeSet {
  const { isRecent, isEditable, allSettings, ...told } = set
  return {
    ...told,
    summary: told.summary.map(one => summaryFor(one, catalogue)),
    undo: undoStanding({ ...set, isRecent, isEditable, allSettings }, actor, catalogue),
  }
}

/** Whom clients are billed to is told line by line, to those who may know. */
function summaryFor(
  { before, after, ...told }: FieldSummary,
  catalogue: Catalogue,
): ChangeSet['summary'][number] {
  const field = changeableField(told.field, catalogue.byId)
  if (field ? field.kind === 'client' : told.field.startsWith('custom.')) return told
  return {
    ...told,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  } as typeof told
}

/** Whether the user can undo a set; the server looks again, line by line, when she does. */
function undoStanding(set: FoundSet, actor: Actor, catalogue: Catalogue): UndoStanding {
  if (set.state !== 'applied') return 'notApplied'
  if (set.origin === 'erasure') return 'erasure'
  if (!set.isRecent) return 'tooOld'
  const listLines = set.allSettings.filter(isInvertible)
  const isOfLists = listLines.length > 0
  if (set.allSettings.some(isEndOfPortfolio)) return 'settings'
  if (set.origin === 'settings' && !isOfLists && set.summary.length === 0) return 'settings'
  if (set.counts.change === 0 && !isOfLists) return 'nothingChanged'
  const mayChangeSome = set.summary.some(({ field: id }) => {
    const field = changeableField(id, catalogue.byId)
    return field !== undefined && mayChangeField(actor, field)
  })
  const author = { userId: set.user?.id ?? null, summary: set.summary }
  const isAllowed = isOfLists ? mayInvertLists(actor, author, listLines) : set.isEditable && mayChangeSome
  return isAllowed ? 'yes' : 'noRight'
}

/** Makes what tells a line, with the names of the clients that some values are the ids of. */
async function lineDescriber(
  actor: Actor,
  viewer: Viewer,
  lines: readonly FoundLine[],
  fieldOf: (line: FoundLine) => ClientField | undefined,
): Promise<(line: FoundLine) => ChangeLine> {
  const named = lines.filter(line => fieldOf(line)?.kind === 'client')
  const names = await namesOfClients(
    actor.db,
    viewer,
    named.flatMap(({ before, after }) => [before, after].flatMap(text => idIn(text) ?? [])),
  )
  const holders = await holdersOf(actor, viewer, lines)
  return line => {
    const field = fieldOf(line)
    const isClient = field?.kind === 'client'
    const nameOf = (text: string | null) => (isClient ? names.get(idIn(text) ?? 0) : undefined)
    const isHidden = (text: string | null) =>
      isClient && idIn(text) !== undefined && nameOf(text) === undefined
    const toldOf = (text: string | null) => (isHidden(text) ? null : told(field, line, text))
    const [beforeName, afterName] = [nameOf(line.before), nameOf(line.after)]
    const holder = line.problem === 'duplicate' ? holders(line) : undefined
    return {
      client: { id: line.clientId, name: line.clientName },
      field: line.field,
      before: toldOf(line.before) as ChangeLine['before'],
      after: toldOf(line.after) as ChangeLine['after'],
      ...(beforeName !== undefined && { beforeName }),
      ...(afterName !== undefined && { afterName }),
      ...outcomeOf(line),
      ...(line.problem !== null && { problem: line.problem }),
      ...(holder && { holder: { id: holder.id, name: holder.name } }),
      ...(line.reason === 'noRight' && line.portfolio !== null && { portfolio: line.portfolio }),
      ...(line.reason === 'deleted' && line.deletedAt !== null && { deletedAt: line.deletedAt }),
    }
  }
}

/** The id that a text of a cell is; undefined for what was typed and names nobody. */
const idIn = (text: string | null): number | undefined =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined

function outcomeOf({ reason, before, after }: FoundLine): Pick<ChangeLine, 'outcome' | 'reason'> {
  if (reason !== null) return { outcome: 'refused', reason }
  return { outcome: before === after ? 'unchanged' : 'change' }
}

/** The value, or what was typed where that could not be understood. */
function told(
  field: ClientField | undefined,
  { field: id }: Pick<FoundLine, 'field'>,
  text: string | null,
): FieldValue {
  // What a field held that is gone may be whom it named, which is not for everybody to know.
  if (!field) return id.startsWith('custom.') ? null : text
  return text === null || !isCellText(field, text) ? text : cellValue(field, text)
}

async function holdersOf(
  actor: Actor,
  viewer: Viewer,
  lines: readonly FoundLine[],
): Promise<(line: FoundLine) => FoundHolder | undefined> {
  const taken = lines.filter(({ problem, after }) => problem === 'duplicate' && after !== null)
  if (taken.length === 0) return () => undefined
  const numbers = taken.map(({ after }) => after ?? '')
  const hashes = numbers.flatMap(text => numberHash(text) ?? [])
  const found = await findReadableHolders(actor.db, viewer, { numbers, hashes })
  const has = (holder: FoundHolder, text: string) =>
    [holder.enterpriseNumber, holder.vatNumber].includes(text) ||
    (holder.nationalNumberHash !== null && holder.nationalNumberHash === numberHash(text))
  return ({ after, clientId }) =>
    found.find(holder => holder.id !== clientId && after !== null && has(holder, after))
}
