import { foldText } from '#kernel/text.ts'
import { BOX, FIRST_NAME, HOUSE_NUMBER, type ImportTarget } from './import-targets.ts'

/** A list of names, written as one. */
const names = (list: string): string[] => list.trim().split(/\s*,\s*/)

/**
 * Names that columns have in the lists of accountants (Excel, FID-Manager, AdminPulse, Admin-Consult) and in the open
 * data of the BCE, beside the label of the field in each language. A name may stand for several fields: what the
 * column holds then decides.
 */
export const COLUMN_NAMES: Readonly<Record<ImportTarget, readonly string[]>> = {
  'identity.name': names(`
    Dénomination, Dénomination sociale, Raison sociale, Nom du client, Nom client, Client, Société,
    Nom ou dénomination, Nom complet, Nom de famille, Nom de la société, Entreprise, Dossier,
    Nom du dossier, Naam klant, Klantnaam, Klant, Benaming, Firmanaam, Bedrijfsnaam, Vennootschap,
    Maatschappelijke benaming, Familienaam, Achternaam, Naam dossier, Onderneming, Firma, Firmenname,
    Kunde, Kundenname, Bezeichnung, Nachname, Familienname, Gesellschaft, Company, Company name,
    Client name, Customer, Customer name, Full name, Last name, Surname, Denomination
  `),
  [FIRST_NAME]: names(`Prénom, Prénoms, Voornaam, Voornamen, Vorname, First name, Given name`),
  'identity.kind': names(`
    Type de client, Type client, Type de personne, Nature, Type klant, Klanttype, Soort klant, Soort,
    Personne, Kundenart, Kundentyp, Client type, Kind, TypeOfEnterprise
  `),
  'identity.legalForm': names(`
    Forme, Forme jur, Forme sociale, FJ, Juridische vorm, Rechtsvorm code, Vorm, Jur vorm, Rechtsform,
    JuridicalForm, JuridicalFormCAC, Type, Company type
  `),
  'identity.enterpriseNumber': names(`
    BCE, N° BCE, Numéro BCE, N° entreprise, Numéro d’entreprise, N° ent, Entreprise n°, RPM, TVA/BCE,
    BCE/TVA, KBO, KBO-nummer, Ondernemingsnr, Ondernemingsnummer, Ondernemings nr, Ond nr, RPR,
    KBO/BTW, BTW/KBO, ZDU, ZUD, ZDU-Nummer, Unternehmensnr, CBE, CBE number, Company number,
    EnterpriseNumber, EntityNumber, Registration number
  `),
  'identity.vatNumber': names(`
    TVA, Numéro de TVA, N° de TVA, TVA n°, N° d’identification TVA, Assujetti n°, BTW, BTW-nr,
    BTW-nummer, Btw-identificatienummer, MwSt, MwSt-Nr, USt-IdNr, USt-ID, Umsatzsteuernummer,
    Mehrwertsteuernummer, VAT, VAT no, VAT ID, VAT number
  `),
  'identity.nationalNumber': names(`
    NISS, N° national, Numéro national, NN, RN, Registre nat, N° registre national, Rijksregister,
    Rijksregisternr, INSZ, INSZ-nummer, RRN, RR, Nationaal nummer, Nationalregisternummer,
    Nationalnummer, ENSS, National number, National register number, SSIN
  `),
  'identity.language': names(`
    Langue de correspondance, Langue du client, Lang, Taalcode, Correspondentietaal, Taal klant,
    Korrespondenzsprache, Correspondence language, Code langue
  `),
  'identity.labels': names(`
    Label, Étiquettes, Étiquette, Tags, Tag, Mots-clés, Etiketten, Groupe, Groep
  `),
  'contact.email': names(`
    Email, Mail, Courriel, Adresse e-mail, Adresse mail, Adresse électronique, E-mailadres, Mailadres,
    E-Mail-Adresse, Email address
  `),
  'contact.phone': names(`
    Tél, Tel, N° de téléphone, Numéro de téléphone, Téléphone 1, Tél 1, GSM, Mobile, Portable, N° GSM,
    Telefoonnummer, Telefoonnr, Tel nr, Gsm-nummer, Mobiel, Telefonnummer, Handy, Mobiltelefon,
    Phone number, Telephone, Cell
  `),
  'contact.street': names(`
    Rue, Adresse 1, Rue et numéro, Rue + n°, Adresse du siège, Siège social, Siège, Voie, Domicile,
    Straat, Straat en nummer, Straat + nr, Straatnaam, Adres 1, Maatschappelijke zetel, Zetel, Straße,
    Strasse, Anschrift, Straße und Hausnummer, Street, Address 1, StreetFR, StreetNL
  `),
  [HOUSE_NUMBER]: names(`
    N°, Numéro, N° maison, N° de rue, N° rue, Huisnummer, Huisnr, Nummer, Hausnummer, Haus-Nr,
    House number, HouseNumber
  `),
  [BOX]: names(`
    Boîte, Bte, N° boîte, Bus, Busnummer, Busnr, Postfach, Box, Box number
  `),
  'contact.postalCode': names(`
    CP, C.P., Code post, Code postale, PC, Postnummer, PLZ, Zip, Zipcode, Zip code
  `),
  'contact.city': names(`
    Commune, Ville, Lieu, Municipalité, Gemeente, Plaats, Stad, Woonplaats, Gemeinde, Stadt, Wohnort,
    City, Municipality, MunicipalityFR, MunicipalityNL
  `),
  'contact.country': names(`Code pays, Landcode, Ländercode, Country code, CountryFR, CountryNL`),
  'organisation.closingDay': names(`
    Clôture, Date de clôture, Clôture comptable, Fin d’exercice, Fin exercice, Date clôture exercice,
    Bilan, Date bilan, Exercice, Afsluiting, Afsluitdatum, Boekjaar, Einde boekjaar, Balansdatum,
    Afsluitdatum boekjaar, Abschluss, Abschlussdatum, Bilanzstichtag, Geschäftsjahresende, Year end,
    Closing date, Closing, Financial year
  `),
  'organisation.generalMeetingDay': names(`
    AG, AGO, Assemblée générale, Date AG, Date de l’assemblée générale, AV, Algemene vergadering,
    Jaarvergadering, Datum algemene vergadering, GV, Generalversammlung, Hauptversammlung, AGM
  `),
  'status.clientSince': names(`
    Depuis, Client depuis le, Date d’entrée, Entrée, Début, Date de début, Début mission, Sinds,
    Klant vanaf, Startdatum, Begindatum, Datum in dienst, Instapdatum, Seit, Beginn, Since, Start date,
    Customer since
  `),
  'status.clientUntil': names(`
    Client jusqu’au, Client jusque, Jusqu’au, Date de sortie, Sortie, Fin, Date de fin, Fin de mission,
    Klant tot en met, Einddatum, Uitstapdatum, Tot, Bis, Ende, Enddatum, Until, End date
  `),
  'status.vatStatus': names(`
    Régime TVA, Statut TVA, TVA, Périodicité TVA, Assujettissement, Régime, Déclaration TVA, BTW,
    BTW-regime, Btw-stelsel, Btw-periodiciteit, Btw-aangifte, Btw-statuut, MwSt, MwSt-Regelung,
    MwSt-Status, VAT, VAT regime, VAT period
  `),
  'status.vatDeduction': names(`
    Déduction TVA, Déduction, Droit à la déduction, Btw-aftrek, Aftrek, Vorsteuer
  `),
  'aml.riskLevel': names(`
    Risque, Niveau risque, Risque LAB, Risico, Risicoprofiel, Risiko, Risk, AML risk
  `),
  'aml.assessedOn': names(`
    Date d’évaluation, Évaluation, Date évaluation risque, Datum beoordeling, Beoordeling, Bewertung,
    Assessment date
  `),
  'aml.nextReview': names(`
    Révision, Date de révision, Prochaine évaluation, Herziening, Überprüfung, Review date
  `),
  'aml.pep': names(`
    Personne politiquement exposée, Politiek prominent persoon, Politisch exponierte Person, PEP
  `),
  'aml.engagementLetterOn': names(`
    Lettre de mission, LM, Date lettre de mission, LM signée le, Opdrachtbrief, Datum opdrachtbrief,
    Auftragsschreiben, Engagement letter, Date of engagement letter
  `),
  'legal.identityCard': names(`
    Carte d’identité, CI, CI valable jusqu’au, Validité CI, Échéance CI, Date de validité CI,
    Identiteitskaart, IK, Vervaldatum identiteitskaart, IK geldig tot, Personalausweis gültig bis,
    Identity card valid until, ID card
  `),
  'aml.uboConfirmedOn': names(`
    UBO, UBO confirmé le, Registre UBO, UBO-register, UBO confirmed on, Confirmation UBO
  `),
  'assignment.portfolio': names(`Bureau, Équipe, Kantoor, Team, Büro, Office, Portefeuilles`),
  'assignment.responsible': names(`
    Gestionnaire, Gestionnaire de dossier, Responsable de dossier, Responsable dossier, Resp,
    Collaborateur, Dossierbeheerder, Beheerder, Verantwoordelijke, Dossierverantwoordelijke,
    Medewerker, Sachbearbeiter, Verantwortlicher, Zuständig, Manager, Account manager, Owner
  `),
  'assignment.assistant': names(`Assistante, Assistent, Assistente, Aide, Assistentin`),
  'assignment.partner': names(`
    Associé responsable, Expert-comptable, Vennoot, Accountant, Gesellschafter, Steuerberater
  `),
  'billing.mode': names(`
    Mode facturation, Type de facturation, Facturation, Facturatie, Facturatietype, Billing
  `),
  'billing.flatAmount': names(`
    Forfait, Montant forfait, Forfait mensuel, Honoraires, Forfaitbedrag, Ereloon, Maandforfait,
    Pauschalbetrag, Flat amount, Fee
  `),
  'billing.invoiceFormat': names(`
    Format facture, Modèle de facture, Factuursjabloon, Rechnungsvorlage, Invoice template
  `),
  'portal.forms': names(`Formulaires portail, Portaalformulieren`),
}

const SMALL_WORDS = new Set(
  'a au aux d de des du l la le les et ou t van het een en of der die das dem den im am und oder the and or for'.split(
    ' ',
  ),
)
const NUMBER_WORDS = new Set(['n', 'no', 'nr', 'num', 'numero', 'nummer', 'number'])

/**
 * The name of a column as names are compared: case, accents, punctuation, remarks in brackets and small words do not
 * count, and every way to say *number* is the same and comes last.
 */
export function columnKey(name: string): string {
  const words = foldText(name.replace(/([a-zà-ÿ])([A-Z])/g, '$1 $2').replace(/(?!^)[([].*?[)\]]/g, ' '))
    .replace(/ß/g, 'ss')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '' && !SMALL_WORDS.has(word))
    .flatMap(word => word.replace(/(.)(nummer|nr)$/, '$1 nr').split(' '))
  const isNumber = words.some(word => NUMBER_WORDS.has(word))
  return [...words.filter(word => !NUMBER_WORDS.has(word)), ...(isNumber ? ['nr'] : [])].join('')
}
