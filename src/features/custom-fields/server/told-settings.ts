import type { SettingChange } from '#features/change-sets/server/record-settings-queries.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { inEveryLanguage, LANGUAGES, type NameInLanguages } from '#kernel/language.ts'

type Entity = 'customFieldCategory' | 'customField' | 'customFieldOption'

interface Named {
  id: number
  name: NameInLanguages
}

/** Tells what happens to something that has a name, in the language of whoever does it. */
export interface Teller {
  /** One without a name before is new, one without a name after is gone. */
  came(): SettingChange
  went(): SettingChange
  renamed(name: NameInLanguages): SettingChange[]
  changed(field: string, before: string | null, after: string | null): SettingChange
}

export function teller({ preferences }: Actor, entity: Entity, { id, name }: Named): Teller {
  const called = inEveryLanguage(name)[preferences.language]
  const changed: Teller['changed'] = (field, before, after) => ({
    entity,
    entityId: id,
    name: called,
    field,
    before,
    after,
  })
  return {
    came: () => changed('name', null, called),
    went: () => changed('name', called, null),
    renamed: other =>
      LANGUAGES.map(language => changed(`name.${language}`, name[language] ?? null, other[language] ?? null)),
    changed,
  }
}
