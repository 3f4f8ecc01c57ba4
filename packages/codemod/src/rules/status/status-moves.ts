import type { Catalogue } from '@problemshift/catalogue'

/** An error of the catalogue, with the status that v1 sent it with and the one that v2 has. */
export interface StatusMove {
  readonly code: string
  readonly from: number
  readonly to: number
}

/** One for each sign. A sign that says no status came with that of its entry: what is not said does not move. */
export function statusMoves({ problems }: Catalogue): readonly StatusMove[] {
  return problems.flatMap(({ code, status, signs }) => {
    const sent = new Set(signs.map(sign => sign.status ?? status))
    if (sent.size === 0) sent.add(status)
    return [...sent].map(from => ({ code, from, to: status }))
  })
}
