import { Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure } from '#ui/failure.tsx'
import styles from './settings.module.css'

interface SectionProps<Data> {
  /** Without one, the page has it already. */
  title?: string
  hint: string
  /** What can be added. */
  action?: ReactNode
  query: UseQueryResult<Data, Error>
  children: (data: Data) => ReactNode
}

/** A part of the settings: what it is for, and its content once that is there. */
export function Section<Data>({ title, hint, action, query, children }: SectionProps<Data>) {
  const { data, error, refetch } = query
  return (
    <Stack gap="md" component="section" className={styles.section ?? ''}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={styles.heading}>
          {title !== undefined && (
            <Title order={2} size="h4">
              {title}
            </Title>
          )}
          <Text c="dimmed">{hint}</Text>
        </div>
        {data !== undefined && action}
      </Group>
      {data === undefined && error && <Failure message={error.message} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Skeleton h={220} />}
      {data !== undefined && children(data)}
    </Stack>
  )
}
