import axios from 'axios'

const api = axios.create({ validateStatus: () => true })

export async function isTaken(url) {
  const { data } = await api.get(url)
  return data.message === 'This copy is already on loan'
}
