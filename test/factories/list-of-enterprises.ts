import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

const KBO = fileURLToPath(new URL('../../../shared/data/kbo', import.meta.url))

/** The enterprises of the open data of the BCE as an accountant would list them: one row each, as CSV. */
export function listOfEnterprises(): string {
  const addresses = firstByEntity(readKbo('address'), row => row.TypeOfAddress === 'REGO')
  const names = firstByEntity(readKbo('denomination'), row => row.TypeOfDenomination === '001')
  const emails = firstByEntity(readKbo('contact'), row => row.ContactType === 'EMAIL')
  const phones = firstByEntity(readKbo('contact'), row => row.ContactType === 'TEL')
  const rows = readKbo('enterprise').map(
    ({ EnterpriseNumber: number = '', JuridicalFormCAC, JuridicalForm }) => {
      const { StreetFR, HouseNumber, Box, Zipcode, MunicipalityFR } = addresses.get(number) ?? {}
      const form = JuridicalFormCAC || JuridicalForm
      const contact = [emails.get(number)?.Value, phones.get(number)?.Value]
      return [
        number,
        names.get(number)?.Denomination,
        form,
        StreetFR,
        HouseNumber,
        Box,
        Zipcode,
        MunicipalityFR,
        ...contact,
      ]
    },
  )
  const header = [
    'N° BCE',
    'Dénomination',
    'Forme',
    'Rue',
    'N°',
    'Bte',
    'CP',
    'Commune',
    'E-mail',
    'Téléphone',
  ]
  return [header, ...rows].map(cells => cells.map(csvCell).join(';')).join('\r\n')
}

type KboRow = Partial<Record<string, string>>

function readKbo(table: string): KboRow[] {
  const path = `${KBO}/${table}.csv`
  if (!existsSync(path))
    throw new Error(`This test imports the open data of the BCE, which is not there: ${path}`)
  return parse(readFileSync(path), { columns: true })
}

function firstByEntity(rows: readonly KboRow[], isWanted: (row: KboRow) => boolean): Map<string, KboRow> {
  const wanted = rows.filter(isWanted).map((row): [string, KboRow] => [row.EntityNumber ?? '', row])
  return new Map(wanted.reverse())
}

const csvCell = (text = ''): string => `"${text.replaceAll('"', '""')}"`
