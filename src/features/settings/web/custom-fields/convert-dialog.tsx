import { Alert, Select, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conversionsOf } from '#features/custom-fields/conversions.ts'
import { CUSTOM_KINDS, type CustomKind } from '#features/custom-fields/custom-field.ts'
import {
  type Conversion,
  type CustomField,
  convertCustomField,
  previewConversion,
} from '#features/custom-fields/custom-fields-api.ts'
import { inEveryLanguage } from '#kernel/language.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Failure } from '#ui/failure.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { SettingsForm } from '../settings-form.tsx'
import { useNoticeWithUndo } from '../use-notice-with-undo.ts'
import { useSaving } from '../use-saving.ts'
import styles from './custom-fields.module.css'

/** Makes a field one of another kind, once it is seen what becomes of its values. */
export function ConvertDialog({ field, onClose }: { field: CustomField; onClose: () => void }) {
  const { t } = useTranslation('customFields')
  const name = inEveryLanguage(field.name)[useLanguage()]
  const possible = conversionsOf(field.kind)
  const [kind, setKind] = useState<CustomKind>()
  const preview = useQuery({
    ...queryOf(previewConversion, { params: { id: field.id, kind: kind ?? field.kind } }),
    enabled: kind !== undefined,
    staleTime: 0,
  })
  const tellWithUndo = useNoticeWithUndo()
  const converting = useSaving(
    (body: { kind: CustomKind; lost: number }) =>
      call(convertCustomField, { params: { id: field.id }, body }),
    {
      told: ({ changeSet }, { kind: become }) => {
        tellWithUndo(t('convert.done', { name, kind: t(`kinds.${become}`) }), changeSet)
        onClose()
      },
    },
  )
  const conversion = kind === undefined ? undefined : preview.data
  return (
    <Dialog title={t('convert.title', { name })} onClose={onClose} isBusy={converting.isPending}>
      <SettingsForm
        submitLabel={
          conversion && conversion.lost > 0
            ? t('convert.confirmWithLoss', { count: conversion.lost })
            : t('convert.confirm')
        }
        isDangerous={(conversion?.lost ?? 0) > 0}
        isPending={converting.isPending}
        error={converting.error}
        onSubmit={() => kind && conversion && converting.mutate({ kind, lost: conversion.lost })}
        onClose={onClose}
      >
        <Text>{t('convert.from', { kind: t(`kinds.${field.kind}`) })}</Text>
        <Select
          data-autofocus
          label={t('convert.to')}
          placeholder={t('convert.pick')}
          allowDeselect={false}
          data={possible.map(one => ({ value: one, label: t(`kinds.${one}`) }))}
          value={kind ?? null}
          onChange={next => {
            converting.reset()
            setKind(CUSTOM_KINDS.find(one => one === next))
          }}
        />
        {kind !== undefined && preview.error && (
          <Failure message={preview.error.message} onRetry={() => void preview.refetch()} />
        )}
        {kind !== undefined && preview.isPending && <Skeleton h={80} />}
        {conversion && <Outcome conversion={conversion} />}
      </SettingsForm>
    </Dialog>
  )
}

function Outcome({ conversion: { kept, lost, examples, newOptions } }: { conversion: Conversion }) {
  const { t } = useTranslation('customFields')
  const language = useLanguage()
  const told = examples.reduce((sum, { clients }) => sum + clients, 0)
  return (
    <div aria-live="polite">
      <Text>{t('convert.kept', { count: kept, number: formatCount(kept, language) })}</Text>
      {newOptions.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('convert.newOptions', {
            count: newOptions.length,
            names: newOptions.slice(0, 12).join(', ') + (newOptions.length > 12 ? '…' : ''),
          })}
        </Text>
      )}
      {lost > 0 && (
        <Alert
          color="orange"
          mt="sm"
          title={t('convert.lost', { count: lost, number: formatCount(lost, language) })}
        >
          <ul className={styles.examples}>
            {examples.map(({ value, clients }) => (
              <li key={value}>
                « {value} » –{' '}
                {t('convert.clients', { count: clients, number: formatCount(clients, language) })}
              </li>
            ))}
            {told < lost && (
              <li>{t('convert.more', { count: lost - told, number: formatCount(lost - told, language) })}</li>
            )}
          </ul>
          <Text size="sm">{t('canBeUndone')}</Text>
        </Alert>
      )}
    </div>
  )
}
