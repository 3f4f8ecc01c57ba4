import { channel } from 'node:diagnostics_channel'
import type { BypassEvent, ConvertedEvent, FailedEvent, KeptEvent, UnmatchedEvent } from './events.ts'

/** What `node:diagnostics_channel` subscribers can listen to. */
export const CHANNELS = {
  converted: 'problemshift:converted',
  kept: 'problemshift:kept',
  unmatched: 'problemshift:unmatched',
  failed: 'problemshift:failed',
  bypassed: 'problemshift:bypassed',
} as const

const converted = channel(CHANNELS.converted)
const kept = channel(CHANNELS.kept)
const unmatched = channel(CHANNELS.unmatched)
const failed = channel(CHANNELS.failed)
const bypassed = channel(CHANNELS.bypassed)

/** Whether anybody listens, so that no event object is made for nobody. */
export function anybodyListens(): boolean {
  return converted.hasSubscribers || kept.hasSubscribers || unmatched.hasSubscribers
}

export function publishConverted(event: ConvertedEvent): void {
  converted.publish(event)
}

export function publishKept(event: KeptEvent): void {
  kept.publish(event)
}

export function publishUnmatched(event: UnmatchedEvent): void {
  unmatched.publish(event)
}

export function publishFailed(event: FailedEvent): void {
  if (failed.hasSubscribers) failed.publish(event)
}

export function publishBypassed(event: BypassEvent): void {
  if (bypassed.hasSubscribers) bypassed.publish(event)
}
