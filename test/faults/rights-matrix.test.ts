import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import type { PortfolioLevel } from '#features/portfolios/portfolios-api.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import { type Answered, makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

/** Someone who tries: a role of the firm, and the right on both portfolios. */
type Who = readonly [role: FirmRole, level: PortfolioLevel | null]

const EVERYONE: readonly Who[] = [
  ['administrator', null],
  ['manager', null],
  ['manager', 'read'],
  ['manager', 'edit'],
  ['manager', 'manage'],
  ['collaborator', null],
  ['collaborator', 'read'],
  ['collaborator', 'edit'],
  ['collaborator', 'manage'],
  ['readOnly', null],
  ['readOnly', 'read'],
  ['readOnly', 'edit'],
  ['readOnly', 'manage'],
]

const isAdministrator = ([role]: Who) => role === 'administrator'
const isLeading = ([role]: Who) => role === 'administrator' || role === 'manager'
const reads = (who: Who) => isAdministrator(who) || who[1] !== null
const mayEdit = (who: Who) =>
  isAdministrator(who) || (who[0] !== 'readOnly' && (who[1] === 'edit' || who[1] === 'manage'))
const leadsAndEdits = (who: Who) => isLeading(who) && mayEdit(who)

interface Attempt {
  app: TestApplication
  cookie: string
  /** A client in the first portfolio that nobody else touches. */
  client: number
  /** A client in the bin. */
  binned: number
  /** Has a client have gone to the bin eleven years ago. */
  age(client: number): Promise<unknown>
  /** What an administrator did to the client. */
  setId: number
}

interface Operation {
  /** As docs/rights.md calls it. */
  name: string
  may(who: Who): boolean
  /** Whether it was done. */
  attempt(attempt: Attempt): Promise<boolean>
}

const SETTINGS = [
  '/api/firm',
  '/api/collaborators',
  '/api/portfolio-settings',
  '/api/loupe-links/settings',
  '/api/custom-fields',
]

const OPERATIONS: readonly Operation[] = [
  {
    name: 'see a client, its history, and count it',
    may: reads,
    attempt: async ({ app, cookie, client }) => {
      const { json } = await app.ask('POST', '/api/clients/rows', { cookie, body: { ids: [client] } })
      const history = await app.ask('GET', `/api/change-sets?client=${client}`, { cookie })
      const seen = json.rows.length === 1
      expect(history.json.changeSets.length > 0).toBe(seen)
      return seen
    },
  },
  { name: 'change a field', may: mayEdit, attempt: edit('identity.language', 'de') },
  { name: 'change a billing field', may: leadsAndEdits, attempt: edit('billing.mode', 'none') },
  {
    name: 'move a client to another portfolio, with the right on both',
    may: mayEdit,
    attempt: async attempt => edit('assignment.portfolio', attempt.app.firm.portfolioIds[1] ?? 0)(attempt),
  },
  { name: 'put a client into the bin', may: leadsAndEdits, attempt: edit('client.inBin', true) },
  {
    name: 'take a client out of the bin',
    may: leadsAndEdits,
    attempt: async ({ binned, ...attempt }) =>
      edit('client.inBin', false)({ ...attempt, binned, client: binned }),
  },
  {
    name: 'delete a client for good, ten years after',
    may: isAdministrator,
    attempt: async ({ app, cookie, binned, age }) => {
      await age(binned)
      return wasAllowed(await app.ask('POST', '/api/bin/erase', { cookie, body: { ids: [binned] } }))
    },
  },
  {
    name: 'add a client',
    may: mayEdit,
    attempt: async ({ app, cookie }) => {
      const values = {
        'identity.name': 'Un client',
        'identity.kind': 'private',
        'assignment.portfolio': app.firm.portfolioIds[0] ?? 0,
      }
      const { status } = await app.ask('POST', '/api/clients', { cookie, body: { values } })
      // A portfolio that she may not read is for her as if it were not there.
      expect([200, 400, 403]).toContain(status)
      return status === 200
    },
  },
  {
    name: 'undo what a colleague did',
    may: mayEdit,
    attempt: async ({ app, cookie, setId }) =>
      wasDone(await app.ask('POST', `/api/change-sets/${setId}/undo`, { cookie })),
  },
  {
    name: 'import clients',
    may: isLeading,
    attempt: async ({ app, cookie }) =>
      wasAllowed(await app.ask('POST', '/api/imports?name=a.csv', { cookie, body: 'Nom\nUn client\n' })),
  },
  {
    name: 'create a label',
    may: mayEdit,
    attempt: async ({ app, cookie, client }) =>
      wasAllowed(
        await app.ask('POST', '/api/labels', { cookie, body: { name: `Label ${client}`, color: 'red' } }),
      ),
  },
  {
    name: 'rename, colour, merge and delete labels',
    may: isLeading,
    attempt: async ({ app, cookie }) =>
      wasAllowed(
        await app.ask('PATCH', `/api/labels/${app.firm.labelIds[0]}`, { cookie, body: { color: 'green' } }),
      ),
  },
  {
    name: 'see and change the settings of the firm',
    may: isAdministrator,
    attempt: async ({ app, cookie }) => {
      const seen = await Promise.all(
        SETTINGS.map(async path => wasAllowed(await app.ask('GET', path, { cookie }))),
      )
      const role = { name: { fr: 'Rôle', nl: 'Rol', de: 'Rolle', en: 'Role' } }
      const added = await app.ask('POST', '/api/assignment-roles', { cookie, body: role })
      const mayAdd = wasAllowed(added)
      if (mayAdd) await app.ask('DELETE', `/api/assignment-roles/${added.json.id}`, { cookie })
      expect(new Set([...seen, mayAdd]).size).toBe(1)
      return mayAdd
    },
  },
]

/** What somebody may not do as a whole is refused as such. */
function wasAllowed({ status }: Answered): boolean {
  expect([200, 403]).toContain(status)
  return status === 200
}

function edit(field: string, value: unknown): Operation['attempt'] {
  return async ({ app, cookie, client }) =>
    wasDone(
      await app.ask('POST', '/api/change-sets', {
        cookie,
        body: { selection: { ids: [client] }, edits: [{ field, verb: 'set', value }], apply: true },
      }),
    )
}

/** What is refused says so: as a whole, or for the client, which is then left alone. */
function wasDone({ status, json }: Answered): boolean {
  if (status === 200 && json.changed === 1) return true
  const reasons = json.skipped?.map(({ reason }: { reason: string }) => reason) ?? []
  const isUnknown = status === 404 || (status === 400 && json.error.fields[0].path === 'edits[0].value')
  expect(status === 403 || isUnknown || ['noRight', 'notFound'].includes(reasons[0])).toBe(true)
  return false
}

onEachDatabase('Rights', database => {
  let app: TestApplication
  let boss: string

  beforeAll(async () => {
    app = await makeApplication(database())
    await app.addUser(`boss@${app.firm.db.firmId}.test`, 'administrator')
    boss = await app.signIn(`boss@${app.firm.db.firmId}.test`)
  })

  describe.each(EVERYONE)('of role %s with portfolio right %s', (role, level) => {
    let cookie: string

    beforeAll(async () => {
      const email = `${role}-${level}@${app.firm.db.firmId}.test`
      const userId = await app.addUser(email, role)
      const rights = app.firm.portfolioIds.map(portfolioId => ({
        portfolioId,
        userId,
        level: level ?? 'read',
      }))
      if (level !== null) await app.firm.db.insert(portfolioMembers, rights)
      cookie = await app.signIn(email)
    })

    test.each(OPERATIONS)('$name', async ({ may, attempt }) => {
      const [client = 0, binned = 0] = await makeClients(app.firm, [{ 'identity.language': 'fr' }, {}])
      const asBoss = async (id: number, field: string, value: unknown): Promise<number> =>
        (
          await app.ask('POST', '/api/change-sets', {
            cookie: boss,
            body: { selection: { ids: [id] }, edits: [{ field, verb: 'set', value }], apply: true },
          })
        ).json.id
      await asBoss(binned, 'client.inBin', true)
      const setId = await asBoss(client, 'identity.language', 'nl')
      const age = (id: number) =>
        database().pool.query(
          "UPDATE clients SET deleted_at = now() - interval '11 years' WHERE firm_id = $1 AND id = $2",
          [app.firm.db.firmId, id],
        )
      expect(await attempt({ app, cookie, client, binned, age, setId })).toBe(may([role, level]))
    })
  })
})

test('docs/rights.md says what is tested', () => {
  const documented = readFileSync(new URL('../../docs/rights.md', import.meta.url), 'utf8')
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const levels = EVERYONE.map(([role, level]) => (role === 'administrator' ? '' : (level ?? 'none')))
  const roles = EVERYONE.map(([role], index) => (EVERYONE[index - 1]?.[0] === role ? '' : role))
  const table = [
    row(['', ...roles]),
    row(['---', ...EVERYONE.map(() => ':-:')]),
    row(['**right on the portfolio**', ...levels]),
    ...OPERATIONS.map(({ name, may }) => row([name, ...EVERYONE.map(who => (may(who) ? '✓' : '–'))])),
  ].join('\n')
  expect(documented).toContain(table)
})
