import { MutationObserver, QueryClient } from '@tanstack/query-core'
import ky from 'ky'

const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })

export async function isTaken(url) {
  try {
    await queries.fetchQuery({ queryKey: [url, Math.random()], queryFn: () => ky.get(url, { retry: 0 }).json() })
    return false
  } catch (error) {
    const body = await error.response.json()
    return body.message === 'This copy is already on loan'
  }
}

export const observer = MutationObserver
