import { isAxiosError } from 'axios'
import { api } from './api.ts'

export async function titleOf(loan: number): Promise<string> {
  try {
    const { data } = await api.get<{ title: string }>(`/loans/${loan}`)
    return data.title
  } catch (error) {
    if (isAxiosError(error) && error.response?.data.includes('not found')) return 'no such loan'
    throw error
  }
}

export async function renew(loan: number): Promise<string> {
  try {
    await api.post(`/loans/${loan}/renewals`, {})
    return 'renewed'
  } catch (error) {
    if (!isAxiosError(error)) throw error
    switch (error.response?.data.message) {
      case 'A loan can be renewed twice, not more':
        return 'twice is enough'
      case 'Loan 0 not found':
        return 'choose a loan first'
      default:
        throw error
    }
  }
}
