import { type ClientField, EVERYONE, type FirmChoices, field, inClient, text } from './client-field.ts'

export const assignmentFields = (firm: FirmChoices): ClientField[] => [
  field(
    'assignment.portfolio',
    'assignment',
    'reference',
    text('Portefeuille', 'Portefeuille', 'Portfolio', 'Portfolio'),
    inClient('portfolioId'),
    {
      choices: firm.portfolios,
      requiredFor: EVERYONE,
      neverEmpty: true,
      width: 130,
    },
  ),
  ...firm.roles.map(({ id, code, name }) =>
    field(
      `assignment.${code}`,
      'assignment',
      'user',
      name,
      { in: 'assignment', roleId: id },
      {
        choices: firm.users,
        width: 140,
        ...(code === 'responsible' ? { requiredFor: EVERYONE, shownByDefault: true } : {}),
      },
    ),
  ),
]
