import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { users } from '#features/firm/server/firm-tables.ts'
import { type Actor, findActor } from '#features/sign-in/server/actor.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm, type TestFirm } from '#test/factories/test-firm.ts'
import type { WritableSavedFilter } from '../saved-filters-api.ts'
import { findVisibleFilters } from './saved-filter-queries.ts'
import { changeFilter, deleteFilter, saveFilter, takeOverFilter } from './write-saved-filters.ts'

const wanted = (name: string, changes: Partial<WritableSavedFilter> = {}): WritableSavedFilter => ({
  name,
  icon: 'star',
  filter: { all: [{ field: 'identity.kind', op: 'in', value: ['legal'] }] },
  shared: false,
  view: null,
  ...changes,
})

onEachDatabase('A saved filter', database => {
  let firm: TestFirm
  let anne: Actor
  let eric: Actor
  let jan: Actor

  const actor = async (userId: number | undefined): Promise<Actor> => {
    const found = await findActor(database(), { firmId: firm.db.firmId, memberId: userId ?? 0 })
    if (!found) throw new Error('No such user.')
    return found
  }
  const setActive = (userId: number, active: boolean) =>
    firm.db.update(users, { active }, eq(users.id, userId))
  const namesSeenBy = async (who: Actor) => (await findVisibleFilters(who.db)).map(({ name }) => name)

  beforeAll(async () => {
    firm = await makeFirm(database())
    anne = await actor(firm.userIds[0])
    eric = await actor(firm.userIds[1])
    jan = await actor(firm.userIds[2])
  })

  test('comes back as it was saved, with whose it is', async () => {
    const view = { columns: ['identity.name'], sort: [{ field: 'identity.name', desc: true }] }
    const saved = await saveFilter(eric, wanted('Complet', { view }))
    expect(saved).toEqual({
      ...wanted('Complet', { view }),
      id: saved.id,
      owner: { id: eric.userId, name: 'Éric Dubois', active: true },
      mine: true,
    })
  })

  test('keeps values as odd as they come', async () => {
    const value = `'; DROP TABLE clients; -- %_ 🙂 \u0000 \ud800`
    const filter = { any: [{ field: 'identity.name', op: 'contains' as const, value }] }
    expect((await saveFilter(eric, wanted('Bizarre', { filter }))).filter).toEqual(filter)
  })

  test('is seen by colleagues when it is shared, and never otherwise', async () => {
    const filter = await saveFilter(anne, wanted('Pour moi'))
    expect(await namesSeenBy(jan)).not.toContain('Pour moi')
    await changeFilter(anne, filter.id, { shared: true })
    expect(await namesSeenBy(jan)).toContain('Pour moi')
    expect((await findVisibleFilters(jan.db)).find(({ id }) => id === filter.id)).toMatchObject({
      mine: false,
      owner: { name: 'Anne Peeters' },
    })
  })

  test('is listed after the user’s own ones, each by name', async () => {
    await saveFilter(anne, wanted('AAA partagé', { shared: true }))
    await saveFilter(jan, wanted('zèbre'))
    await saveFilter(jan, wanted('Éléphant'))
    const names = await namesSeenBy(jan)
    expect(names.slice(0, 3)).toEqual(['Éléphant', 'zèbre', 'AAA partagé'])
  })

  describe('has a name', () => {
    test('that is unique among the user’s own, case and accents aside', async () => {
      await saveFilter(eric, wanted('Clôture'))
      await expect(saveFilter(eric, wanted('CLOTURE'))).rejects.toMatchObject({ code: 'nameTaken' })
      await expect(saveFilter(jan, wanted('Clôture'))).resolves.toMatchObject({ name: 'Clôture' })
    })

    test('that stays unique when it is changed', async () => {
      await saveFilter(eric, wanted('Premier'))
      const second = await saveFilter(eric, wanted('Deuxième'))
      await expect(changeFilter(eric, second.id, { name: 'premier' })).rejects.toMatchObject({
        code: 'nameTaken',
      })
      await expect(changeFilter(eric, second.id, { name: 'DEUXIÈME' })).resolves.toMatchObject({
        name: 'DEUXIÈME',
      })
    })

    test.each(['deux\nlignes', 'nul\u0000', 'demi\ud800'])(
      'that is one line of text, unlike %j',
      async name => {
        await expect(saveFilter(eric, wanted(name))).rejects.toMatchObject({
          code: 'badInput',
          fields: [{ path: 'name' }],
        })
      },
    )
  })

  test.each([
    ['a field that is not there', { field: 'identity.nope', op: 'empty' }, 'filter.field'],
    ['an operator that does not fit', { field: 'identity.kind', op: 'lt', value: 3 }, 'filter.op'],
    ['a choice that is not there', { field: 'identity.kind', op: 'in', value: ['robot'] }, 'filter.value'],
  ] as const)('is refused with %s', async (_what, filter, path) => {
    await expect(saveFilter(eric, wanted('Refusé', { filter: { ...filter } }))).rejects.toMatchObject({
      code: 'badInput',
      fields: [{ path: expect.stringContaining(path) }],
    })
    expect(await namesSeenBy(eric)).not.toContain('Refusé')
  })

  test('is changed in what is given and nothing else', async () => {
    const saved = await saveFilter(eric, wanted('À changer'))
    expect(await changeFilter(eric, saved.id, { icon: 'flag' })).toEqual({ ...saved, icon: 'flag' })
    expect(await changeFilter(eric, saved.id, {})).toEqual({ ...saved, icon: 'flag' })
  })

  test('is gone once it is deleted', async () => {
    const saved = await saveFilter(eric, wanted('À supprimer'))
    await deleteFilter(eric, saved.id)
    expect(await namesSeenBy(eric)).not.toContain('À supprimer')
    await expect(deleteFilter(eric, saved.id)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('is not to be known of by others as long as it is not shared', async () => {
    const { id } = await saveFilter(eric, wanted('Secret'))
    for (const attempt of [
      () => changeFilter(anne, id, { name: 'Vu' }),
      () => deleteFilter(anne, id),
      () => takeOverFilter(anne, id),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'notFound' })
    }
  })

  test('is changed and deleted by its creator only, administrator or not', async () => {
    const { id } = await saveFilter(eric, wanted('Partagé', { shared: true }))
    for (const attempt of [
      () => changeFilter(anne, id, { shared: false }),
      () => deleteFilter(anne, id),
      () => takeOverFilter(anne, id),
      () => takeOverFilter(jan, id),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'noRight' })
    }
  })

  test('can be taken over by an administrator once its creator has left', async () => {
    const { id } = await saveFilter(eric, wanted('Orphelin', { shared: true }))
    await setActive(eric.userId, false)
    await expect(takeOverFilter(jan, id)).rejects.toMatchObject({ code: 'noRight' })
    expect(await takeOverFilter(anne, id)).toMatchObject({ mine: true, owner: { name: 'Anne Peeters' } })
    await setActive(eric.userId, true)
    await expect(changeFilter(eric, id, { shared: false })).rejects.toMatchObject({ code: 'noRight' })
  })

  test('cannot be taken over under a name that the administrator has already', async () => {
    await saveFilter(anne, wanted('Doublon'))
    const { id } = await saveFilter(eric, wanted('doublon', { shared: true }))
    await setActive(eric.userId, false)
    await expect(takeOverFilter(anne, id)).rejects.toMatchObject({ code: 'nameTaken' })
    await setActive(eric.userId, true)
  })
})
