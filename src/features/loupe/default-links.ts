import type { Text } from '#kernel/language.ts'
import type { InstitutionLink } from './loupe-api.ts'

/** A link that a new firm starts with. */
export interface DefaultLink extends Pick<InstitutionLink, 'url' | 'needs' | 'languages'> {
  name: Text
}

const FR_NL = ['fr', 'nl']
const FR_NL_DE_EN = ['fr', 'nl', 'de', 'en']

/** The institutions of the Loupe (F35), then the portals that have no page for a client; a firm may change its own. */
export const DEFAULT_LINKS: readonly DefaultLink[] = [
  {
    name: { fr: 'BCE', nl: 'KBO', de: 'ZUD', en: 'CBE' },
    url: 'https://kbopub.economie.fgov.be/kbopub/toonondernemingps.html?lang={lang}&ondernemingsnummer={n10}',
    needs: 'enterpriseNumber',
    languages: FR_NL_DE_EN,
  },
  {
    name: {
      fr: 'Moniteur belge',
      nl: 'Belgisch Staatsblad',
      de: 'Belgisches Staatsblatt',
      en: 'Belgian Official Gazette',
    },
    url: 'https://www.ejustice.just.fgov.be/cgi_tsv/list.pl?language={lang}&btw={n10}&page=1&view_numac={n10}#SUM',
    needs: 'enterpriseNumber',
    languages: FR_NL,
  },
  {
    name: {
      fr: 'BNB (comptes annuels)',
      nl: 'NBB (jaarrekeningen)',
      de: 'BNB (Jahresabschlüsse)',
      en: 'NBB (annual accounts)',
    },
    url: 'https://consult.cbso.nbb.be/consult-enterprise/{n10}',
    needs: 'enterpriseNumber',
    languages: [],
  },
  {
    name: {
      fr: 'Statuts notaires',
      nl: 'Statuten notarissen',
      de: 'Satzungen (Notare)',
      en: 'Articles of association (notaries)',
    },
    url: 'https://statuts.notaire.be/stapor_v1/enterprise/{n10}/statutes',
    needs: 'enterpriseNumber',
    languages: [],
  },
  {
    name: { fr: 'VIES', nl: 'VIES', de: 'MIAS (VIES)', en: 'VIES' },
    url: 'https://ec.europa.eu/taxation_customs/vies/rest-api/ms/BE/vat/{n10}',
    needs: 'vatNumber',
    languages: [],
  },
  {
    name: { fr: 'ONSS employeurs', nl: 'RSZ werkgevers', de: 'LSS Arbeitgeber', en: 'NSSO employers' },
    url: 'https://employer-identification-consult.prd.pub.socialsecurity.be/employer/enterprise/{n10}',
    needs: 'enterpriseNumber',
    languages: [],
  },
  {
    name: {
      fr: 'Obligation de retenue',
      nl: 'Inhoudingsplicht',
      de: 'Einbehaltungspflicht',
      en: 'Withholding obligation',
    },
    url: 'https://www.checkinhoudingsplicht.be/?identificationnumber={n10}',
    needs: 'enterpriseNumber',
    languages: [],
  },
  portal('MyMinfin', 'https://www.myminfin.be/'),
  portal('Intervat', 'https://eservices.minfin.fgov.be/intervat/'),
  portal('Biztax', 'https://eservices.minfin.fgov.be/biztax/'),
  {
    ...portal(
      { fr: 'Registre UBO', nl: 'UBO-register', de: 'UBO-Register', en: 'UBO register' },
      'https://finances.belgium.be/{lang}/E-services/ubo-register',
    ),
    languages: FR_NL_DE_EN,
  },
]

function portal(name: Text, url: string): DefaultLink {
  return { name, url, needs: 'nothing', languages: [] }
}
