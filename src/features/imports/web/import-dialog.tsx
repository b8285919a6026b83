import { Alert, Modal, Stepper } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listPortfolios } from '#features/portfolios/portfolios-api.ts'
import { ApiError } from '#ui/api-client.ts'
import { queryOf } from '#ui/queries.ts'
import { CheckStep } from './check-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { FileStep } from './file-step.tsx'
import classes from './import-dialog.module.css'
import { type ImportSteps, STEPS, useImportFlow } from './import-flow.ts'
import { ResultStep } from './result-step.tsx'
import { WritingStep } from './writing-step.tsx'

interface ImportDialogProps {
  opened: boolean
  onClose: () => void
  /** Called when clients were created. */
  onImported: () => void
}

/** Imports clients from a file, from choosing it to the result; nothing is written before the user has seen what will be. */
export function ImportDialog({ opened, onClose, onImported }: ImportDialogProps) {
  const { t } = useTranslation(['imports', 'ui'])
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false
  const { data } = useQuery({ ...queryOf(listPortfolios), enabled: opened })
  const portfolios = (data?.portfolios ?? []).filter(({ level }) => level !== 'read')
  const steps = useImportFlow(portfolios.length === 1 ? (portfolios[0]?.id ?? null) : null)
  const { step } = steps.flow
  const isWriting = step === 'writing'

  const close = () => {
    if (isWriting) return
    if (step === 'result') steps.discard()
    onClose()
  }

  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('title')}
      size="min(68rem, 94vw)"
      fullScreen={isNarrow}
      closeOnClickOutside={false}
      withCloseButton={!isWriting}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stepper
        active={STEPS.indexOf(step)}
        size="xs"
        className={classes.steps}
        onStepClick={index => steps.goTo(STEPS[index] ?? step)}
      >
        {STEPS.map((name, index) => (
          <Stepper.Step key={name} label={t(`steps.${name}`)} allowStepSelect={canGoTo(index, steps)} />
        ))}
      </Stepper>
      {steps.error && (
        <Alert color="red" role="alert" mb="md">
          {messageOf(steps.error)}
        </Alert>
      )}
      {step === 'file' && <FileStep steps={steps} />}
      {step === 'columns' && <ColumnsStep steps={steps} portfolios={portfolios} />}
      {step === 'check' && <CheckStep steps={steps} onImported={onImported} />}
      {step === 'writing' && <WritingStep flow={steps.flow} />}
      {step === 'result' && <ResultStep steps={steps} onClose={close} />}
    </Modal>
  )
}

/** What is wrong with the file says more than that it cannot be read. */
function messageOf(error: Error): string {
  const [detail] = error instanceof ApiError ? error.fields : []
  return detail?.message ?? error.message
}

/** Back to what was done before, as long as nothing is under way or written. */
function canGoTo(index: number, { flow, busy }: ImportSteps): boolean {
  const isOver = flow.step === 'writing' || flow.step === 'result'
  return !busy && !isOver && flow.current !== undefined && index < STEPS.indexOf(flow.step)
}
