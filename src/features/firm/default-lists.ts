import type { Text } from '#kernel/language.ts'

const named = (code: string, fr: string, nl: string, de: string, en: string) => ({
  code,
  name: { fr, nl, de, en } satisfies Text,
})

/** The assignment roles that every firm starts with. */
export const DEFAULT_ASSIGNMENT_ROLES = [
  named('responsible', 'Responsable', 'Verantwoordelijke', 'Verantwortliche', 'Responsible'),
  named('assistant', 'Assistant', 'Assistent', 'Assistenz', 'Assistant'),
  named('partner', 'Associé', 'Vennoot', 'Partner', 'Partner'),
] as const

/** The kinds of mail that every firm starts with. */
export const DEFAULT_MAIL_CATEGORIES = [
  named(
    'general',
    'Informations générales',
    'Algemene informatie',
    'Allgemeine Informationen',
    'General information',
  ),
  named('vat', 'TVA', 'Btw', 'MwSt.', 'VAT'),
  named('tax', 'Impôts', 'Belastingen', 'Steuern', 'Taxes'),
  named('payroll', 'Paie', 'Loonadministratie', 'Lohnbuchhaltung', 'Payroll'),
  named('newsletter', 'Lettre d’information', 'Nieuwsbrief', 'Newsletter', 'Newsletter'),
  named('portal', 'Portail client', 'Klantenportaal', 'Kundenportal', 'Client portal'),
] as const

export const DEFAULT_INVOICE_FORMATS = ['Standard', 'Détaillée par prestation', 'Récapitulative'] as const
