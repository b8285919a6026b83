import type { Language } from '#kernel/language.ts'
import type { DemoLabel } from './demo-firm.ts'
import { wordList } from './word-list.ts'

/** What a client earns its living with. */
export interface DemoSector {
  label?: DemoLabel
  /** What article of the VAT Code sets it apart, if any. */
  vat?: 'exempt44' | 'farmer'
  trades: Readonly<Record<Language, readonly string[]>>
}

const sector = (
  fr: string,
  nl: string,
  de: string,
  en: string,
  rest: Omit<DemoSector, 'trades'> = {},
): DemoSector => ({
  ...rest,
  trades: { fr: wordList(fr), nl: wordList(nl), de: wordList(de), en: wordList(en) },
})

const CONSTRUCTION = sector(
  `Menuiserie, Toitures, Entreprise générale, Chauffage, Électricité, Peinture & Décoration, Carrelages, Maçonnerie,
  Terrassements, Parcs & Jardins, Châssis`,
  `Schrijnwerkerij, Dakwerken, Algemene Bouwonderneming, Verwarming, Elektriciteit, Schilderwerken, Tegelwerken,
  Metselwerken, Grondwerken, Tuinen`,
  'Schreinerei, Dachdeckerei, Bauunternehmen, Heizung & Sanitär, Elektro, Malerbetrieb, Tiefbau',
  'Renovation, Interiors',
  { label: 'Construction' },
)
const HORECA = sector(
  'Brasserie, Friterie, Traiteur, Hôtel, Café, Pizzeria, Restaurant, Taverne',
  'Brasserie, Frituur, Traiteur, Hotel, Café, Restaurant, Eetcafé, Tearoom',
  'Gasthof, Restaurant, Hotel, Café, Frittüre',
  'Coffee House, Catering',
  { label: 'Horeca' },
)
const SHOPS = sector(
  `Boulangerie, Boucherie, Librairie, Fleurs, Opticien, Bijouterie, Quincaillerie, Chaussures, Fromagerie, Épicerie fine,
  Coiffure, Institut de beauté`,
  'Bakkerij, Slagerij, Boekhandel, Bloemen, Optiek, Juwelier, IJzerwaren, Schoenen, Kaashandel, Kapsalon, Wijnhandel',
  'Bäckerei, Metzgerei, Buchhandlung, Blumen, Optik, Schuhhaus, Friseur',
  'Concept Store, Gallery',
)
const HEALTH = sector(
  'Kinésithérapie, Cabinet dentaire, Cabinet médical, Soins infirmiers, Logopédie, Psychologie',
  'Kinesitherapie, Tandartspraktijk, Huisartsenpraktijk, Thuisverpleging, Logopedie, Psychologie',
  'Physiotherapie, Zahnarztpraxis, Arztpraxis, Krankenpflege',
  'Medical Practice, Physiotherapy',
  { label: 'Santé', vat: 'exempt44' },
)
const PROPERTY = sector(
  'Immo, Immobilière, Patrimoine, Agence',
  'Immo, Vastgoed, Patrimonium, Immokantoor',
  'Immobilien, Hausverwaltung',
  'Real Estate, Properties',
  { label: 'Immo' },
)
const TRANSPORT = sector(
  'Transports, Garage, Carrosserie, Autocars, Taxis, Déménagements',
  'Transport, Garage, Carrosserie, Autocars, Taxi, Verhuizingen',
  'Spedition, Autohaus, Karosserie, Reisebusse',
  'Logistics, Cars',
  { label: 'Transport' },
)
const FARMS = sector(
  'Ferme, Pépinières, Élevage, Vergers, Maraîchage',
  'Hoeve, Boomkwekerij, Veeteelt, Fruitbedrijf, Tuinbouw',
  'Hof, Gärtnerei, Milchhof',
  'Organic Farm, Nursery',
  { label: 'Agriculture', vat: 'farmer' },
)
const ONLINE = sector(
  'Web, Informatique, Studio graphique, Photographie, Boutique en ligne',
  'Webdesign, Informatica, Grafisch Bureau, Fotografie, Webwinkel',
  'Webdesign, Informatik, Werbeagentur, Fotografie',
  'Software, Digital, Web Shop',
  { label: 'E-commerce' },
)
const COUNSEL = sector(
  'Architecture, Bureau d’études, Consultance, Assurances, Étude, Géomètres, Coaching, Traductions',
  'Architecten, Studiebureau, Consultancy, Verzekeringen, Landmeters, Coaching, Vertalingen',
  'Architekturbüro, Ingenieurbüro, Beratung, Versicherungen, Übersetzungen',
  'Consulting, Engineering, Coaching',
  { label: 'Management' },
)

/** The sectors, each as often as a firm of accountants meets it. */
export const SECTORS = [
  [CONSTRUCTION, 20],
  [SHOPS, 17],
  [COUNSEL, 17],
  [HORECA, 13],
  [HEALTH, 9],
  [PROPERTY, 8],
  [TRANSPORT, 7],
  [ONLINE, 6],
  [FARMS, 5],
] as const

/** The same without those that need land. */
export const CITY_SECTORS = SECTORS.filter(([one]) => one !== FARMS)
