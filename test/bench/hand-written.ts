import type pg from 'pg'
import { MASKED_NATIONAL_NUMBER } from '#kernel/belgium/national-number.ts'

/**
 * The answers of the list as someone would write them by hand for one firm: as the owner of the tables, without
 * row-level security, without portfolios, straight into the columns. What the commands are measured against.
 */
export interface HandWritten {
  threeConditionsByName(): Promise<string>
  search(fragment: string): Promise<string>
  scanNames(fragment: string): Promise<string>
  citiesUnderThreeConditions(): Promise<string>
  /** The values of the clients in `FORTY_FIELDS`. */
  rows(ids: readonly number[]): Promise<string>
}

export const THREE_CONDITIONS = {
  all: [
    { field: 'identity.kind', op: 'in', value: ['legal'] },
    { field: 'status.vatStatus', op: 'in', value: ['monthly', 'quarterly'] },
    { field: 'status.active', op: 'isTrue' },
  ],
}

const threeConditions = (today: string) => `kind = 'legal' AND vat_status IN ('monthly', 'quarterly')
  AND deactivated_on IS NULL AND (client_until IS NULL OR client_until >= '${today}')`

export function handWritten(pool: pg.Pool, firmId: number, today: string): HandWritten {
  const total = `(SELECT count(*)::integer FROM clients WHERE firm_id = ${firmId} AND deleted_at IS NULL) AS total`
  const ids = async (matching: string, values: unknown[] = []): Promise<string> => {
    const { rows } = await pool.query(
      `SELECT array_agg(id)::text AS ids, count(*)::integer AS matched, ${total} FROM (${matching}) AS matching`,
      values,
    )
    const [{ ids, matched, total: all }] = rows
    return `{"ids":[${(ids ?? '{}').slice(1, -1)}],"matched":${matched},"total":${all}}`
  }
  return {
    threeConditionsByName: () =>
      ids(`SELECT id FROM clients WHERE firm_id = ${firmId} AND deleted_at IS NULL AND ${threeConditions(today)}
        ORDER BY name_folded, id`),
    search: fragment =>
      ids(
        `SELECT id FROM clients WHERE firm_id = ${firmId} AND deleted_at IS NULL AND id IN (
           SELECT id FROM clients WHERE firm_id = ${firmId} AND search_text LIKE $1
           UNION SELECT client_id FROM client_contacts WHERE firm_id = ${firmId} AND search_text LIKE $1)
         ORDER BY name_folded, id`,
        [`%${fragment}%`],
      ),
    scanNames: fragment => scanNames(pool, firmId, fragment),
    async citiesUnderThreeConditions() {
      const { rows } = await pool.query(`
        SELECT min(city) AS city, count(*)::integer AS count FROM clients c
        LEFT JOIN client_addresses a ON a.firm_id = ${firmId} AND a.client_id = c.id AND a.is_main
        WHERE c.firm_id = ${firmId} AND deleted_at IS NULL AND ${threeConditions(today)}
        GROUP BY city_folded ORDER BY city_folded NULLS LAST`)
      return JSON.stringify({
        values: rows.map(({ city, count }) => ({ value: city, label: city ?? '', count })),
      })
    },
    rows: wanted => readRows(pool, firmId, today, wanted),
  }
}

/** Reads every name, whatever index there is. */
async function scanNames(pool: pg.Pool, firmId: number, fragment: string): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN; SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off')
    const { rows } = await client.query(
      `SELECT array_agg(id)::text AS ids FROM clients WHERE firm_id = ${firmId} AND deleted_at IS NULL AND fold_text(name) LIKE $1`,
      [`%${fragment}%`],
    )
    return String(rows[0]?.ids)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const assignment = (
  code: string,
) => `(SELECT user_id FROM client_assignments x JOIN assignment_roles r USING (firm_id)
  WHERE x.firm_id = c.firm_id AND x.client_id = c.id AND r.id = x.role_id AND r.code = '${code}')`
const mail = (
  code: string,
) => `(SELECT wanted FROM client_mail_preferences x JOIN mail_categories m USING (firm_id)
  WHERE x.firm_id = c.firm_id AND x.client_id = c.id AND m.id = x.category_id AND m.code = '${code}')`
const contact = (type: string) => `(SELECT value FROM client_contacts x
  WHERE x.firm_id = c.firm_id AND x.client_id = c.id AND x.type = '${type}' AND x.is_main)`

const COLUMNS = (today: string): Readonly<Record<string, string>> => ({
  'identity.name': 'name',
  'identity.kind': 'kind',
  'identity.legalForm': 'legal_form',
  'identity.enterpriseNumber': 'enterprise_number',
  'identity.vatNumber': 'vat_number',
  'identity.nationalNumber': `CASE WHEN national_number_valid IS NOT NULL THEN '${MASKED_NATIONAL_NUMBER}' END`,
  'identity.language': 'language',
  'identity.labels': `(SELECT json_agg(label_id ORDER BY label_id) FROM client_labels x WHERE x.firm_id = c.firm_id AND x.client_id = c.id)`,
  'contact.email': contact('email'),
  'contact.phone': contact('phone'),
  'contact.street': 'a.street',
  'contact.postalCode': 'a.postal_code',
  'contact.city': 'a.city',
  'contact.country': 'a.country',
  'organisation.closingDay': 'closing_day',
  'organisation.generalMeetingDay': 'general_meeting_day',
  'status.clientSince': 'client_since',
  'status.clientUntil': 'client_until',
  'status.vatStatus': 'vat_status',
  'status.vatDeduction': 'vat_deduction',
  'status.active': `deactivated_on IS NULL AND (client_until IS NULL OR client_until >= '${today}')`,
  'aml.riskLevel': 'risk_level',
  'aml.assessedOn': 'assessed_on',
  'aml.nextReview': 'next_review',
  'aml.pep': 'pep',
  'aml.engagementLetterOn': 'engagement_letter_on',
  'legal.identityCard': 'identity_card_valid_until',
  'aml.uboConfirmedOn': 'ubo_confirmed_on',
  'assignment.portfolio': 'portfolio_id',
  'assignment.responsible': assignment('responsible'),
  'assignment.assistant': assignment('assistant'),
  'assignment.partner': assignment('partner'),
  'billing.billedTo': 'billed_to_id',
  'billing.mode': 'billing_mode',
  'billing.flatAmount': 'flat_amount::text',
  'billing.invoiceFormat': 'invoice_format_id',
  'portal.state': 'portal_state',
  'portal.forms': 'portal_forms',
  'mail.general': mail('general'),
  'mail.vat': mail('vat'),
})

export const FORTY_FIELDS = Object.keys(COLUMNS(''))

/** Those of the clients that a value is the id of. */
const NAMES = `CASE WHEN billed_to_id IS NOT NULL THEN json_build_object('billing.billedTo',
  (SELECT name FROM clients x WHERE x.firm_id = c.firm_id AND x.id = c.billed_to_id)) END`

/** The whole answer is put together in the database and comes as one text. */
async function readRows(
  pool: pg.Pool,
  firmId: number,
  today: string,
  ids: readonly number[],
): Promise<string> {
  const values = Object.entries(COLUMNS(today)).map(([id, column]) => `'${id}', ${column}`)
  const { rows } = await pool.query(
    `SELECT json_build_object('rows', json_agg(json_strip_nulls(json_build_object('names', ${NAMES}))::jsonb
       || jsonb_build_object('id', c.id, 'values', json_build_object(${values.join(', ')}))
       ORDER BY array_position($1::integer[], c.id)))::text AS answer
     FROM clients c LEFT JOIN client_addresses a ON a.firm_id = c.firm_id AND a.client_id = c.id AND a.is_main
     WHERE c.firm_id = ${firmId} AND c.deleted_at IS NULL AND c.id = ANY($1)`,
    [ids],
  )
  return rows[0].answer
}
