/** Why a reply is not even looked at. */
export type NotLookedAt = 'success' | 'no-body-status' | 'redirect' | 'event-stream' | 'partial-content'

/** Guards the door: `null` says that the reply may be read. Cheap, since every reply comes by. */
export function mayConvert(status: number, readsSuccess: ReadonlySet<number> | null): NotLookedAt | null {
  if (status >= 400) return null
  if (status < 200 || status === 204 || status === 205) return 'no-body-status'
  if (status >= 300) return status === 304 ? 'no-body-status' : 'redirect'
  return readsSuccess?.has(status) ? null : 'success'
}

/** Whether a body must never be held back, whatever its status. */
export function mustFlow(media: string | null, status: number, hasRange: boolean): NotLookedAt | null {
  if (status === 206 || hasRange) return 'partial-content'
  return media?.toLowerCase().startsWith('text/event-stream') ? 'event-stream' : null
}
