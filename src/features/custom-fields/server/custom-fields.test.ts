import { beforeAll, describe, expect, test } from 'vitest'
import type { FieldValues } from '#kernel/fields/field.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { makeCustomFields, type TestCustomFields } from '#test/factories/test-custom-fields.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

onEachDatabase('Fields that a firm makes', database => {
  let app: TestApplication
  let customs: TestCustomFields
  let boss: string
  let ids: number[]

  beforeAll(async () => {
    app = await makeApplication(database())
    await app.addUser('chef@firm.test', 'administrator')
    boss = await app.signIn('chef@firm.test')
    customs = await makeCustomFields(app.firm)
    ids = await makeClients(app.firm, [{}, {}, {}, {}])
  })

  const ask = async (method: string, path: string, body?: unknown, cookie = boss) =>
    app.ask(method, path, { cookie, ...(body !== undefined && { body }) })
  const fieldOf = (kind: keyof TestCustomFields['idOf']) => `custom.${customs.idOf[kind]}`
  const change = async (selection: readonly number[], field: string, value: unknown) => {
    const edits = [{ field, verb: value === null ? 'clear' : 'set', ...(value !== null && { value }) }]
    const { status, json } = await ask('POST', '/api/change-sets', {
      selection: { ids: selection },
      edits,
      apply: true,
    })
    expect({ status, ...json }).toMatchObject({ status: 200, state: 'applied', skippedCount: 0 })
    return json.id as number
  }
  const valuesOf = async (field: string): Promise<unknown[]> => {
    const { json } = await ask('POST', '/api/clients/rows', { ids, fields: [field] })
    return json.rows.map(({ values }: { values: FieldValues }) => values[field])
  }
  const undo = (id: number) => ask('POST', `/api/change-sets/${id}/undo`)
  const query = async (filter: object) =>
    (await ask('POST', '/api/clients/query', { filter })).json.ids as number[]

  describe('as fields like the others', () => {
    test.each([
      ['text', 'Bonjour', 'Bonjour'],
      ['longText', 'Une ligne\r\n\r\nUne autre  ', 'Une ligne\n\nUne autre'],
      ['number', 1250.5, 1250.5],
      ['money', '12.5', '12.50'],
      ['date', '2026-01-31', '2026-01-31'],
      ['yesNo', false, false],
      ['url', 'www.exemple.be/a', 'https://www.exemple.be/a'],
      ['email', 'info@exemple.be', 'info@exemple.be'],
      ['phone', '081 22 33 44', '081 22 33 44'],
      ['document', '2030-01-31', '2030-01-31'],
    ] as const)(
      'holds a value of the kind %s, finds it, counts it, and takes it back',
      async (kind, value, kept) => {
        const field = fieldOf(kind)
        const set = await change(ids.slice(0, 2), field, value)
        expect(await valuesOf(field)).toEqual([kept, kept, null, null])
        expect(await query({ field, op: 'notEmpty' })).toEqual(ids.slice(0, 2))
        const found = kind === 'yesNo' ? { field, op: 'isFalse' } : { field, op: 'in', value: [kept] }
        expect(await query(found)).toEqual(ids.slice(0, 2))
        const { json } = await ask('POST', '/api/clients/facets', { field })
        expect(
          json.values.map(({ value, count }: { value: unknown; count: number }) => [value, count]),
        ).toEqual([
          [kept, 2],
          [null, 2],
        ])
        const undone = await undo(set)
        expect(undone.json).toMatchObject({ state: 'applied', changed: 2 })
        expect(await valuesOf(field)).toEqual([null, null, null, null])
      },
    )

    test('holds one of its options, a user and a client', async () => {
      const [red = 0] = customs.optionsOf.get(customs.idOf.choice) ?? []
      for (const [kind, value] of [
        ['choice', red],
        ['user', app.firm.userIds[0]],
        ['client', ids[3]],
      ] as const) {
        await change(ids.slice(0, 1), fieldOf(kind), value)
        expect(await valuesOf(fieldOf(kind))).toEqual([value, null, null, null])
        expect(await query({ field: fieldOf(kind), op: 'in', value: [value] })).toEqual(ids.slice(0, 1))
      }
      const { json } = await ask('POST', '/api/clients/rows', { ids, fields: [fieldOf('client')] })
      expect(json.rows[0].names).toEqual({ [fieldOf('client')]: 'Client 4' })
    })

    test('adds and removes some of its options, and leaves the others that a client has', async () => {
      const field = fieldOf('choices')
      const [red = 0, green = 0, blue = 0] = customs.optionsOf.get(customs.idOf.choices) ?? []
      await change(ids.slice(0, 2), field, [blue, red])
      const edits = [
        { field, verb: 'add', value: [green] },
        { field, verb: 'remove', value: [red] },
      ]
      const { json } = await ask('POST', '/api/change-sets', { selection: { ids }, edits, apply: true })
      expect(json).toMatchObject({ changed: 4 })
      expect(await valuesOf(field)).toEqual([[green, blue], [green, blue], [green], [green]])
      expect(await query({ field, op: 'hasAll', value: [green, blue] })).toEqual(ids.slice(0, 2))
      expect(await query({ field, op: 'hasNone', value: [blue] })).toEqual(ids.slice(2))
      const facets = await ask('POST', '/api/clients/facets', { field })
      expect(
        facets.json.values.map(({ label, count }: { label: string; count: number }) => [label, count]),
      ).toEqual([
        ['Vert', 4],
        ['Bleu', 2],
      ])
      await undo(json.id)
      expect(await valuesOf(field)).toEqual([[red, blue], [red, blue], null, null])
    })

    test('refuses what it cannot hold, naming the field, the value and what is accepted', async () => {
      const { status, json } = await ask('POST', '/api/change-sets', {
        selection: { ids },
        edits: [{ field: fieldOf('number'), verb: 'set', value: 'beaucoup' }],
      })
      expect(status).toBe(400)
      expect(json.error.fields[0].message).toMatch(/beaucoup.*1250\.5/)
    })
  })

  describe('as a list of the firm', () => {
    const list = async () => (await ask('GET', '/api/custom-fields')).json.categories
    const create = async (body: object) => {
      const { status, json } = await ask('POST', '/api/custom-fields', body)
      expect(status).toBe(200)
      return json.id as number
    }
    const newCategory = async (body: object) =>
      (await ask('POST', '/api/custom-field-categories', body)).json.id as number

    test('shows a category and its fields in the catalogue at once, with whose they are', async () => {
      const criteria = { field: 'identity.kind', op: 'in', value: ['legal'] }
      const categoryId = await newCategory({ name: { fr: 'Juridique', nl: 'Juridisch' }, criteria })
      const id = await create({ categoryId, name: { fr: 'Notaire' }, kind: 'text', required: true })
      const { json } = await ask('GET', '/api/fields')
      expect(json.fields.find((field: { id: string }) => field.id === `custom.${id}`)).toMatchObject({
        group: `category.${categoryId}`,
        groupLabel: 'Juridique',
        label: 'Notaire',
        required: true,
        requiredFor: criteria,
        appliesTo: criteria,
        shownByDefault: true,
      })
      expect(await query({ field: `custom.${id}`, op: 'incomplete' })).toEqual(ids)
      await ask('PATCH', `/api/custom-field-categories/${categoryId}`, { isListed: false })
      const again = await ask('GET', '/api/fields')
      expect(again.json.fields.find((field: { id: string }) => field.id === `custom.${id}`)).toMatchObject({
        unlisted: true,
        shownByDefault: false,
      })
    })

    test('refuses a name twice, criteria on fields of its own, options where there are none, and who is no administrator', async () => {
      const categoryId = await newCategory({ name: { fr: 'Divers' } })
      await create({ categoryId, name: { fr: 'Été' }, kind: 'text' })
      const refusals = [
        await ask('POST', '/api/custom-field-categories', { name: { nl: 'divers' } }),
        await ask('POST', '/api/custom-fields', { categoryId, name: { fr: 'ete' }, kind: 'date' }),
        await ask('POST', '/api/custom-fields', { categoryId, name: { fr: 'X' }, kind: 'choice' }),
        await ask('POST', '/api/custom-fields', {
          categoryId,
          name: { fr: 'X' },
          kind: 'text',
          options: [{ fr: 'A' }],
        }),
        await ask('PATCH', `/api/custom-field-categories/${categoryId}`, {
          criteria: { field: fieldOf('text'), op: 'empty' },
        }),
        await ask('POST', '/api/custom-fields', { categoryId, name: {}, kind: 'text' }),
        await ask('PATCH', `/api/custom-field-categories/${categoryId}`, {
          criteria: { field: 'status.active', op: 'isTrue' },
        }),
        await ask('POST', '/api/clients', {
          values: {
            'identity.name': 'X',
            'identity.kind': 'legal',
            'assignment.portfolio': app.firm.portfolioIds[0],
            [fieldOf('client')]: 424_242,
          },
        }),
      ]
      expect(refusals.map(({ status }) => status)).toEqual([409, 409, 400, 400, 400, 400, 400, 400])
      await app.addUser('eleve@firm.test', 'manager')
      const other = await app.signIn('eleve@firm.test')
      expect((await ask('GET', '/api/custom-fields', undefined, other)).status).toBe(403)
    })

    test('puts categories and fields into an order', async () => {
      const categoryId = await newCategory({ name: { fr: 'Ordre' } })
      const [a, b] = [
        await create({ categoryId, name: { fr: 'A' }, kind: 'text' }),
        await create({ categoryId, name: { fr: 'B' }, kind: 'text' }),
      ]
      const order = `/api/custom-field-categories/${categoryId}/order`
      expect((await ask('PUT', order, { ids: [b, a] })).status).toBe(200)
      expect((await ask('PUT', order, { ids: [b] })).status).toBe(409)
      const all = await list()
      expect(all.at(-1).fields.map(({ id }: { id: number }) => id)).toEqual([b, a])
      const turned = all.map(({ id }: { id: number }) => id).reverse()
      await ask('PUT', '/api/custom-field-categories/order', { ids: turned })
      expect((await list()).map(({ id }: { id: number }) => id)).toEqual(turned)
    })

    test('deletes a field with its values, and brings both back', async () => {
      const categoryId = await newCategory({ name: { fr: 'À supprimer' } })
      const id = await create({ categoryId, name: { fr: 'Code' }, kind: 'number' })
      await change(ids.slice(0, 3), `custom.${id}`, 7)
      const { json } = await ask('DELETE', `/api/custom-fields/${id}`)
      expect(json.values).toBe(3)
      const fields = await ask('GET', '/api/fields')
      expect(fields.json.fields.some((field: { id: string }) => field.id === `custom.${id}`)).toBe(false)
      expect((await undo(json.changeSet)).json).toMatchObject({ changed: 3 })
      expect(await valuesOf(`custom.${id}`)).toEqual([7, 7, 7, null])
    })

    test('deletes a category with all its fields, and brings all of it back', async () => {
      const categoryId = await newCategory({ name: { fr: 'À supprimer aussi' } })
      const [a, b] = [
        await create({ categoryId, name: { fr: 'A' }, kind: 'text' }),
        await create({ categoryId, name: { fr: 'B' }, kind: 'yesNo' }),
      ]
      await change(ids.slice(0, 1), `custom.${a}`, 'x')
      await change(ids.slice(0, 2), `custom.${b}`, true)
      const { json } = await ask('DELETE', `/api/custom-field-categories/${categoryId}`)
      expect(json.values).toBe(3)
      expect((await list()).some((category: { id: number }) => category.id === categoryId)).toBe(false)
      expect((await undo(json.changeSet)).status).toBe(200)
      expect(await valuesOf(`custom.${a}`)).toEqual(['x', null, null, null])
      expect(await valuesOf(`custom.${b}`)).toEqual([true, true, null, null])
    })

    test('deletes a category again after that was undone, and brings nothing back without its place', async () => {
      const categoryId = await newCategory({ name: { fr: 'Va et vient' } })
      const id = await create({ categoryId, name: { fr: 'A' }, kind: 'text' })
      await change(ids.slice(0, 1), `custom.${id}`, 'x')
      const deleted = await ask('DELETE', `/api/custom-field-categories/${categoryId}`)
      const undone = await undo(deleted.json.changeSet)
      expect((await undo(undone.json.id)).status).toBe(200)
      await undo((await ask('GET', '/api/change-sets')).json.changeSets[0].id)
      const field = await ask('DELETE', `/api/custom-fields/${id}`)
      await ask('DELETE', `/api/custom-field-categories/${categoryId}`)
      expect((await undo(field.json.changeSet)).status).toBe(409)
    })

    test('renames, adds and takes options away, from those who have them too, and back', async () => {
      const categoryId = await newCategory({ name: { fr: 'Options' } })
      const id = await create({
        categoryId,
        name: { fr: 'Couleur' },
        kind: 'choices',
        options: [{ fr: 'Rouge' }, { fr: 'Vert' }],
      })
      const options = async () => {
        const category = (await list()).find((one: { id: number }) => one.id === categoryId)
        return category.fields[0].options as { id: number; name: { fr: string } }[]
      }
      const [red, green] = await options()
      await change(ids.slice(0, 1), `custom.${id}`, [red?.id, green?.id])
      await change(ids.slice(1, 2), `custom.${id}`, [red?.id])
      const { json } = await ask('PATCH', `/api/custom-fields/${id}`, {
        options: [{ name: { fr: 'Bleu' } }, { id: green?.id, name: { fr: 'Vert clair' } }],
        removedOptions: [red?.id],
      })
      expect(json.values).toBe(2)
      expect((await options()).map(({ name }) => name.fr)).toEqual(['Bleu', 'Vert clair'])
      expect(await valuesOf(`custom.${id}`)).toEqual([[green?.id], null, null, null])
      expect((await undo(json.changeSet)).status).toBe(200)
      expect((await options()).map(({ name }) => name.fr).sort()).toEqual(['Rouge', 'Vert'])
      expect(await valuesOf(`custom.${id}`)).toEqual([[red?.id, green?.id], [red?.id], null, null])
    })

    test('takes back what was created only while no client has a value there', async () => {
      const categoryId = await newCategory({ name: { fr: 'Nouveau' } })
      const id = await create({ categoryId, name: { fr: 'Neuf' }, kind: 'text' })
      const history = await ask('GET', '/api/change-sets')
      const created = history.json.changeSets[0]
      expect(created).toMatchObject({ undo: 'yes', settings: [{ entity: 'customField', name: 'Neuf' }] })
      const set = await change(ids.slice(0, 1), `custom.${id}`, 'x')
      expect((await undo(created.id)).status).toBe(409)
      await undo(set)
      expect((await undo(created.id)).status).toBe(200)
    })
  })

  describe('that become fields of another kind', () => {
    const newField = async (kind: string, options?: readonly object[]) => {
      const name = { fr: `À convertir ${kind} ${Math.random()}` }
      const body = { categoryId: customs.categoryId, name, kind, ...(options && { options }) }
      return (await ask('POST', '/api/custom-fields', body)).json.id as number
    }
    const preview = async (id: number, kind: string) =>
      (await ask('GET', `/api/custom-fields/${id}/conversion?kind=${kind}`)).json
    const convert = (id: number, kind: string, lost: number) =>
      ask('POST', `/api/custom-fields/${id}/conversion`, { kind, lost })

    test.each([
      ['number', ['1.250,50', '12', 'douze', null], [1250.5, 12, null, null], ['douze']],
      ['money', ['€ 12', '12,345', null, null], ['12.00', null, null, null], ['12,345']],
      ['date', ['31/12/2025', '2025-13-01', null, null], ['2025-12-31', null, null, null], ['2025-13-01']],
      ['yesNo', ['oui', 'Nee', 'peut-être', null], [true, false, null, null], ['peut-être']],
      ['email', ['a@b.be', 'b', null, null], ['a@b.be', null, null, null], ['b']],
    ])(
      'keeps of texts what is a %s, tells what is lost, and gives it back',
      async (kind, before, after, lost) => {
        const id = await newField('text')
        for (const [index, text] of before.entries()) {
          if (text !== null) await change([ids[index] ?? 0], `custom.${id}`, text)
        }
        const told = await preview(id, kind)
        expect(told).toMatchObject({ lost: lost.length })
        expect(told.examples.map(({ value }: { value: string }) => value)).toEqual(lost)
        expect((await convert(id, kind, lost.length + 1)).status).toBe(409)
        const { json } = await convert(id, kind, lost.length)
        expect(await valuesOf(`custom.${id}`)).toEqual(after)
        expect((await undo(json.changeSet)).status).toBe(200)
        expect(await valuesOf(`custom.${id}`)).toEqual(before)
      },
    )

    test('makes options of texts, and texts of options', async () => {
      const id = await newField('text')
      await change(ids.slice(0, 2), `custom.${id}`, 'Namur')
      await change(ids.slice(2, 3), `custom.${id}`, 'NAMUR')
      await change(ids.slice(3), `custom.${id}`, 'Gent')
      expect(await preview(id, 'choice')).toEqual({
        kept: 4,
        lost: 0,
        examples: [],
        newOptions: ['Namur', 'Gent'],
      })
      const { json } = await convert(id, 'choice', 0)
      const { json: fields } = await ask('GET', '/api/fields')
      const { choices } = fields.fields.find((field: { id: string }) => field.id === `custom.${id}`)
      const [namur, gent] = choices.map(({ value }: { value: number }) => value)
      expect(await valuesOf(`custom.${id}`)).toEqual([namur, namur, namur, gent])
      expect((await undo(json.changeSet)).status).toBe(200)
      expect(await valuesOf(`custom.${id}`)).toEqual(['Namur', 'Namur', 'NAMUR', 'Gent'])
    })

    test('makes several choices of one, and one of several where there is but one', async () => {
      const id = await newField('choice', [{ fr: 'A' }, { fr: 'B' }])
      const { json } = await ask('GET', `/api/custom-fields/${id}/values`)
      const [a, b] = json.options.map((option: { id: number }) => option.id)
      await change(ids.slice(0, 2), `custom.${id}`, a)
      await convert(id, 'choices', 0)
      expect(await valuesOf(`custom.${id}`)).toEqual([[a], [a], null, null])
      await change(ids.slice(0, 1), `custom.${id}`, [a, b])
      expect(await preview(id, 'choice')).toMatchObject({ kept: 1, lost: 1, examples: [{ value: 'A, B' }] })
      const back = await convert(id, 'choice', 1)
      expect(await valuesOf(`custom.${id}`)).toEqual([null, a, null, null])
      expect((await undo(back.json.changeSet)).status).toBe(200)
      expect(await valuesOf(`custom.${id}`)).toEqual([[a, b], [a], null, null])
    })

    test('keeps the options of a field that becomes a text, for when it chooses again', async () => {
      const id = await newField('choice', [{ fr: '3' }, { fr: '1' }, { fr: '2' }])
      const { json } = await ask('GET', `/api/custom-fields/${id}/values`)
      const options = json.options.map((option: { id: number }) => option.id)
      for (const [index, option] of options.entries()) await change([ids[index] ?? 0], `custom.${id}`, option)
      expect((await convert(id, 'text', 0)).status).toBe(200)
      expect(await valuesOf(`custom.${id}`)).toEqual(['3', '1', '2', null])
      expect((await ask('PATCH', `/api/custom-fields/${id}`, { required: true })).status).toBe(200)
      expect(await preview(id, 'choice')).toMatchObject({ kept: 3, lost: 0, newOptions: [] })
      expect((await convert(id, 'choice', 0)).status).toBe(200)
      expect(await valuesOf(`custom.${id}`)).toEqual([...options, null])
    })

    test('leaves alone what was planned or done when it was of another kind', async () => {
      const id = await newField('text')
      const [first = 0, second = 0] = ids
      await change([first], `custom.${id}`, '12/05/2026')
      const cleared = await change([first], `custom.${id}`, null)
      const planned = await ask('POST', '/api/change-sets', {
        selection: { ids: [second] },
        edits: [{ field: `custom.${id}`, verb: 'set', value: 'abc' }],
      })
      expect((await convert(id, 'date', 0)).status).toBe(200)
      expect((await undo(cleared)).json).toMatchObject({ changed: 0, skippedCount: 1 })
      const applied = await ask('POST', `/api/change-sets/${planned.json.id}/apply`)
      expect(applied.json).toMatchObject({ changed: 0, skippedCount: 1 })
      expect(await valuesOf(`custom.${id}`)).toEqual([null, null, null, null])
    })

    test('stays as it has become once values were written into it since', async () => {
      const id = await newField('number')
      await change(ids.slice(0, 1), `custom.${id}`, 5)
      const { json } = await convert(id, 'text', 0)
      await change(ids.slice(1, 2), `custom.${id}`, 'beaucoup')
      expect((await undo(json.changeSet)).status).toBe(409)
      expect(await valuesOf(`custom.${id}`)).toEqual(['5', 'beaucoup', null, null])
    })

    test('tells in the history what stood there as it was written', async () => {
      const id = await newField('text')
      await change(ids.slice(0, 1), `custom.${id}`, 'douze')
      const { json } = await convert(id, 'number', 1)
      const { json: told } = await ask('GET', `/api/change-sets/${json.changeSet}/lines`)
      expect(told.lines).toMatchObject([{ before: 'douze', after: null }])
    })

    test('is never without anything to choose from', async () => {
      const id = await newField('text')
      expect((await convert(id, 'choice', 0)).status).toBe(400)
    })

    test('says what a field can become when it is asked for something else', async () => {
      const { status, json } = await ask(
        'GET',
        `/api/custom-fields/${customs.idOf.user}/conversion?kind=money`,
      )
      expect(status).toBe(400)
      expect(json.error.fields[0].message).toMatch(/money.*text, longText/)
    })
  })
})
