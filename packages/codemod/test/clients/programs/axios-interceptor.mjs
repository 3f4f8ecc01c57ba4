import axios from 'axios'

const api = axios.create()
api.interceptors.response.use(undefined, error => Promise.reject(error.response.data))

export const isTaken = url => api.get(url).catch(error => error.message === 'This copy is already on loan')
