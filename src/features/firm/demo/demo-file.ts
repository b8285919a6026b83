import type { RiskLevel } from '#features/clients/client-choices.ts'
import { addDays, type Day } from '#kernel/day.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import type { DemoProfile } from './demo-profile.ts'
import type { Random } from './seeded-random.ts'

const CLOSING_DAYS = [
  ['12-31', 81],
  ['06-30', 9],
  ['03-31', 5],
  ['09-30', 5],
] as const
type ClosingDay = (typeof CLOSING_DAYS)[number][0]

/** Usual days of the general meeting, within six months after the closing day. */
const MEETING_DAYS: Readonly<Record<ClosingDay, readonly string[]>> = {
  '12-31': ['05-15', '05-20', '05-31', '06-01', '06-05', '06-10', '06-15', '06-20', '06-25', '06-30'],
  '06-30': ['11-15', '11-30', '12-10', '12-15'],
  '03-31': ['09-10', '09-15', '09-30'],
  '09-30': ['03-10', '03-20', '03-31'],
}

/** Financial year, general meeting and how long it has been a client. */
export function organisationValues({ kind, since, until }: DemoProfile, random: Random): FieldValues {
  const closingDay = kind === 'legal' ? random.weighted<ClosingDay>(CLOSING_DAYS) : null
  const meets = closingDay !== null && random.chance(0.93)
  return {
    'organisation.closingDay': closingDay,
    'organisation.generalMeetingDay': meets ? random.pick(MEETING_DAYS[closingDay]) : null,
    'status.clientSince': since,
    'status.clientUntil': until,
  }
}

const RISKS = [
  ['low', 60],
  ['standard', 33],
  ['high', 7],
] as const
/** Days until the next review: the higher the risk, the sooner. */
const REVIEW_AFTER: Readonly<Record<RiskLevel, number>> = { low: 1095, standard: 730, high: 365 }

/** The anti-money-laundering file of a client with whom everything is in order today. */
export function amlValues({ kind, since }: DemoProfile, random: Random, today: Day): FieldValues {
  const riskLevel = random.weighted<RiskLevel>(RISKS)
  const daysAgo = random.between(0, REVIEW_AFTER[riskLevel] - 1)
  const assessedOn = later(since, addDays(today, -daysAgo))
  return {
    'aml.riskLevel': riskLevel,
    'aml.assessedOn': assessedOn,
    'aml.nextReview': addDays(assessedOn, REVIEW_AFTER[riskLevel]),
    'aml.pep': random.chance(0.008),
    'aml.engagementLetterOn': random.chance(0.7)
      ? earlier(today, addDays(since, random.between(-20, 30)))
      : random.day(since, today),
    'legal.identityCard':
      kind === 'selfEmployed' || kind === 'private' ? identityCardUntil(random, today) : null,
    'aml.uboConfirmedOn': kind === 'legal' ? random.day(later(since, addDays(today, -360)), today) : null,
  }
}

/** Cards are valid for ten years. */
const identityCardUntil = (random: Random, today: Day): Day =>
  random.chance(0.06) ? addDays(today, random.between(0, 60)) : addDays(today, random.between(61, 3_650))

const later = (one: Day, other: Day): Day => (one > other ? one : other)
const earlier = (one: Day, other: Day): Day => (one < other ? one : other)
