import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import { signInDe } from '#features/sign-in/texts/de.ts'
import { signInEn } from '#features/sign-in/texts/en.ts'
import { signInFr } from '#features/sign-in/texts/fr.ts'
import { signInNl } from '#features/sign-in/texts/nl.ts'
import type { Language } from '#kernel/language.ts'

const TEXTS = { fr: signInFr, nl: signInNl, de: signInDe, en: signInEn }

/** A role as the screen calls it. */
export const roleName = (role: FirmRole, language: Language): string => TEXTS[language].roles[role]
